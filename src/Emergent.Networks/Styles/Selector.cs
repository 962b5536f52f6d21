namespace Emergent.Networks;

/// <summary>Which objects a style rule is for: <c>Layer</c>, <c>.Class</c>, <c>#Name</c>, or a type with classes, <c>Prjn.Back.Strong</c>.</summary>
internal sealed class Selector
{
    private readonly string _type = "", _name = "";
    private readonly string[] _classes = [];

    public Selector(string text)
    {
        Text = text.Trim();
        if (Text.Length == 0) { throw new EmergentException("A style rule needs a selector: a type (Layer, Prjn), a .Class or a #Name; it is empty."); }
        if (Text[0] != '#' && Text.Any(char.IsWhiteSpace)) { throw new EmergentException($"Selector '{Text}' has a space in it; write one type, .Class, .Class.Class or #Name."); }
        if (Text[0] == '#') { _name = Text[1..]; }
        else
        {
            var words = Text.Split('.');
            (_type, _classes) = (words[0], words[1..]);
        }
        if (Text is "#" or "." || _classes.Contains("")) { throw new EmergentException($"Selector '{Text}' names nothing after a '{(Text[0] == '#' ? '#' : '.')}'; write #Name, .Class or .Class.Class."); }
    }

    public string Text { get; }

    public bool Matches(IStyled styled)
    {
        if (_name.Length > 0) { return styled.Name == _name; }
        if (_type.Length > 0 && ParameterPath.Target(_type) != styled.Target && !ParameterPath.TypesOf(styled).Contains(_type)) { return false; }
        foreach (var name in _classes) { if (!styled.Classes.Contains(name)) { return false; } }
        return true;
    }

    /// <summary>What selectors could have been meant, for an error.</summary>
    public string Remedy(IReadOnlyCollection<IStyled> styled)
    {
        var candidates = Text[0] switch
        {
            '#' => styled.Select(s => $"#{s.Name}"),
            '.' => styled.SelectMany(s => s.Classes).Select(c => $".{c}"),
            _ => styled.SelectMany(ParameterPath.TypesOf),
        };
        return Names.DidYouMean(Text, candidates.Distinct());
    }
}
