namespace Emergent.Networks;

/// <summary>One rule of a style sheet: which objects, why, and what it sets.</summary>
public abstract class StyleRule
{
    private readonly Selector _selector;

    /// <summary>A rule.</summary>
    /// <exception cref="EmergentException">The selector is empty or malformed.</exception>
    protected StyleRule(string selector, string reason)
    {
        _selector = new Selector(selector);
        Reason = reason;
    }

    /// <summary>The selector.</summary>
    public string Selector => _selector.Text;

    /// <summary>Why the rule is there.</summary>
    public string Reason { get; }

    /// <summary>The selector and reason, as reports show them.</summary>
    public override string ToString() => Reason.Length == 0 ? $"'{Selector}'" : $"'{Selector}' ({Reason})";

    internal bool Matches(IStyled styled) => _selector.Matches(styled) && Concerns(styled);

    internal string Remedy(IReadOnlyCollection<IStyled> styled) => _selector.Remedy(styled);

    /// <summary>Whether the rule is for this kind of object at all.</summary>
    internal abstract bool Concerns(IStyled styled);

    /// <summary>Sets the parameters of an object.</summary>
    /// <returns>The parameters that were set.</returns>
    internal abstract IReadOnlyList<Parameter> Apply(IStyled styled, string where);
}

/// <summary>A rule written in code: a setter for a type of object.</summary>
internal sealed class TypedStyleRule<T>(string selector, string reason, Action<T> set) : StyleRule(selector, reason)
{
    internal override bool Concerns(IStyled styled) => styled is T;

    internal override IReadOnlyList<Parameter> Apply(IStyled styled, string where)
    {
        var tree = ParameterTree.Of(styled).All;
        var before = tree.Select(p => p.Get(styled)).ToArray();

        // A first run over values that nobody sets shows which parameters the setter assigns, even where it assigns what is there already.
        foreach (var parameter in tree) { parameter.Set(styled, Unlikely(parameter.Type)); }
        set((T)styled);
        var assigned = tree.Select(p => !Equals(p.Get(styled), Unlikely(p.Type))).ToArray();

        for (var i = 0; i < before.Length; i++) { tree[i].Set(styled, before[i]); }
        set((T)styled);
        return [.. tree.Where((p, i) => assigned[i] || !Equals(p.Get(styled), before[i]))];
    }

    private static object Unlikely(Type type) => type switch
    {
        _ when type == typeof(float) => float.NaN,
        _ when type == typeof(double) => double.NaN,
        _ when type == typeof(int) => int.MinValue,
        _ when type == typeof(bool) => false,   // a truth value has no unlikely one: setting false where it is false goes unnoticed
        _ when type.IsEnum => Enum.ToObject(type, int.MinValue),
        _ => "\0",
    };
}

/// <summary>A rule written as text: values for parameter paths.</summary>
internal sealed class TextStyleRule : StyleRule
{
    private readonly (StyleTarget? Target, string Path, string Text)[] _settings;

    public TextStyleRule(string selector, string reason, IEnumerable<(string Path, string Value)> settings) : base(selector, reason)
    {
        _settings = [.. settings.Select(s => (ParameterPath.Split(s.Path).Target, ParameterPath.Split(s.Path).Path, s.Value))];
    }

    internal override bool Concerns(IStyled styled) => _settings.Any(s => s.Target is null || s.Target == styled.Target);

    internal override IReadOnlyList<Parameter> Apply(IStyled styled, string where)
    {
        var tree = ParameterTree.Of(styled);
        // All is understood before anything is set, so that a mistake leaves the object as it was.
        var parsed = _settings
            .Where(s => s.Target is null || s.Target == styled.Target)
            .Select(s => tree.Require(s.Path, where) is var parameter ? (parameter, Value: parameter.Parse(s.Text, where)) : default)
            .ToArray();
        foreach (var (parameter, value) in parsed) { parameter.Set(styled, value); }
        return [.. parsed.Select(p => p.parameter)];
    }
}
