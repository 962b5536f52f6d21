using System.Text;

namespace Emergent.Networks;

/// <summary>What style sheets know of one object: the defaults of its type, what rules set, and what was set by hand.</summary>
internal sealed class StyledObject
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly object[] _defaults;
    private readonly Dictionary<string, object> _handSet = [];
    private readonly Dictionary<string, List<(string Sheet, StyleRule Rule, object Value)>> _history = [];
    private object[] _lastApplied;

    public StyledObject(IStyled styled)
    {
        Styled = styled;
        _parameters = ParameterTree.Of(styled).All;
        _defaults = _lastApplied = Values();
    }

    public IStyled Styled { get; }

    public object[] Values() => [.. _parameters.Select(p => p.Get(Styled))];

    public void Restore(object[] values)
    {
        for (var i = 0; i < values.Length; i++) { _parameters[i].Set(Styled, values[i]); }
    }

    public void KeepHandSetAndReset()
    {
        for (var i = 0; i < _parameters.Count; i++)
        {
            var value = _parameters[i].Get(Styled);
            if (!Equals(value, _lastApplied[i])) { _handSet[_parameters[i].Path] = value; }
        }
        _history.Clear();
        Restore(_defaults);
    }

    public void RestoreHandSet()
    {
        foreach (var parameter in _parameters) { if (_handSet.TryGetValue(parameter.Path, out var value)) { parameter.Set(Styled, value); } }
        _lastApplied = Values();
    }

    public void Record(string sheet, StyleRule rule, IReadOnlyList<Parameter> set)
    {
        foreach (var parameter in set)
        {
            if (!_history.TryGetValue(parameter.Path, out var entries)) { _history[parameter.Path] = entries = []; }
            entries.Add((sheet, rule, parameter.Get(Styled)));
        }
    }

    public void CheckRanges()
    {
        foreach (var parameter in _parameters) { parameter.Check(parameter.Get(Styled), $"{ParameterPath.Prefix(Styled.Target)} '{Styled.Name}'"); }
    }

    public string Explain(string path)
    {
        var parameter = ParameterTree.Of(Styled).Require(path, $"{ParameterPath.Prefix(Styled.Target)} '{Styled.Name}'");
        var index = _parameters.Index().First(p => p.Item == parameter).Index;
        var value = parameter.Get(Styled);
        var text = new StringBuilder($"{Styled.Name}.{path} = {Parameter.Format(value)}: ");
        var entries = _history.GetValueOrDefault(path) ?? [];
        var last = entries.Count - 1;
        if (!Equals(value, _lastApplied[index]) || _handSet.ContainsKey(path)) { text.Append("set by hand"); }
        else if (last >= 0) { text.Append($"set '{entries[last].Sheet}', rule {entries[last--].Rule}"); }
        else { return text.Append("the default").ToString(); }
        for (; last >= 0; last--) { text.Append($"; overrides '{entries[last].Sheet}', rule {entries[last].Rule}: {Parameter.Format(entries[last].Value)}"); }
        return text.Append($"; default {Parameter.Format(_defaults[index])}").ToString();
    }

    public IEnumerable<(string Object, string Path, string Value)> NonDefault()
    {
        for (var i = 0; i < _parameters.Count; i++)
        {
            var value = _parameters[i].Get(Styled);
            if (!Equals(value, _defaults[i])) { yield return (Styled.Name, $"{ParameterPath.Prefix(Styled.Target)}.{_parameters[i].Path}", Parameter.Format(value)); }
        }
    }

    public void AppendNonDefault(StringBuilder report)
    {
        var isFirst = true;
        for (var i = 0; i < _parameters.Count; i++)
        {
            var value = _parameters[i].Get(Styled);
            if (Equals(value, _defaults[i])) { continue; }
            if (isFirst) { report.Append($"{Styled.Name}\n"); }
            isFirst = false;
            report.Append($"  {_parameters[i].Path}: {Parameter.Format(value)}   (default {Parameter.Format(_defaults[i])})\n");
        }
    }

    public void AppendAll(StringBuilder report)
    {
        report.Append($"{Styled.Name} ({Styled.TypeName} {string.Join(' ', Styled.Classes)})\n");
        foreach (var parameter in _parameters) { report.Append($"  {parameter.Path}: {Parameter.Format(parameter.Get(Styled))}\n"); }
    }
}
