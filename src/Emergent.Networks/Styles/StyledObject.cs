using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What style sheets know of one object: the defaults of its type, what rules set, and what was set by hand.</summary>
internal sealed class StyledObject
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly object[] _defaults;
    private Dictionary<string, object> _handSet = [];
    private List<StyleApplication> _history = [];
    private object[] _lastApplied;

    public StyledObject(IStyled styled)
    {
        Styled = styled;
        _parameters = ParameterTree.Of(styled).All;
        _defaults = _lastApplied = Values();
    }

    public IStyled Styled { get; }

    /// <summary>What rules set since the sheets were last applied, in order.</summary>
    public IReadOnlyList<StyleApplication> History => _history;

    /// <summary>Remembers everything, for <see cref="Restore"/>.</summary>
    public Memento Save() => new(Values(), _handSet, _history, _lastApplied);

    public void Restore(Memento memento)
    {
        SetAll(memento.Values);
        (_handSet, _history, _lastApplied) = (memento.HandSet, memento.History, memento.LastApplied);
    }

    /// <summary>Goes back to the defaults, and keeps what was set by hand since the sheets were last applied.</summary>
    public void KeepHandSetAndReset()
    {
        (_handSet, _history) = (new(_handSet), []);   // new ones: a memento may hold the old
        for (var i = 0; i < _parameters.Count; i++)
        {
            var value = _parameters[i].Get(Styled);
            if (!ValueText.AreEqual(value, _lastApplied[i])) { _handSet[_parameters[i].Path] = value; }
        }
        SetAll(_defaults);
    }

    public void RestoreHandSet()
    {
        foreach (var parameter in _parameters) { if (_handSet.TryGetValue(parameter.Path, out var value)) { parameter.Set(Styled, value); } }
        _lastApplied = Values();
    }

    /// <summary>Lets a rule set parameters, and records which.</summary>
    public void Apply(string sheet, StyleRule rule, string where, ref int order)
    {
        var before = Values();
        var set = rule.Apply(Styled, where);
        foreach (var parameter in set) { parameter.Check(parameter.Get(Styled), where); }
        for (var i = 0; i < before.Length; i++)
        {
            if (set.Contains(_parameters[i])) { _history.Add(new(Styled, sheet, rule, _parameters[i].Path, before[i], _parameters[i].Get(Styled)) { Order = order++ }); }
        }
    }

    /// <summary>What a rule set, in order.</summary>
    public IEnumerable<StyleApplication> SetBy(StyleRule rule) => _history.Where(a => a.Rule == rule);

    /// <summary>The value of a parameter as reports show it, with a star where it is not the default; empty where there is no such parameter.</summary>
    public string Shown(string path)
    {
        for (var i = 0; i < _parameters.Count; i++)
        {
            if (_parameters[i].Path != path) { continue; }
            var value = _parameters[i].Get(Styled);
            return Parameter.Format(value) + (ValueText.AreEqual(value, _defaults[i]) ? "" : "*");
        }
        return "";
    }

    /// <summary>The default of a parameter as text, null where there is no such parameter.</summary>
    public string? DefaultOf(string path)
    {
        var index = _parameters.Index().Where(p => p.Item.Path == path).Select(p => p.Index).FirstOrDefault(-1);
        return index < 0 ? null : Parameter.Format(_defaults[index]);
    }

    public void CheckRanges()
    {
        foreach (var parameter in _parameters) { parameter.Check(parameter.Get(Styled), $"{ParameterPath.Prefix(Styled)} '{Styled.Name}'"); }
    }

    public string Explain(string path)
    {
        var parameter = ParameterTree.Of(Styled).Require(path, $"{ParameterPath.Prefix(Styled)} '{Styled.Name}'");
        var index = _parameters.Index().First(p => p.Item == parameter).Index;
        var value = parameter.Get(Styled);
        var text = new StringBuilder($"{Styled.Name}.{path} = {Parameter.Format(value)}: ");
        var entries = _history.FindAll(a => a.Path == path);
        var last = entries.Count - 1;
        if (!ValueText.AreEqual(value, _lastApplied[index]) || _handSet.ContainsKey(path)) { text.Append("set by hand"); }
        else if (last >= 0) { text.Append($"set '{entries[last].Set}', rule {entries[last--].Rule}"); }
        else { return text.Append("the default").ToString(); }
        for (; last >= 0; last--) { text.Append($"; overrides '{entries[last].Set}', rule {entries[last].Rule}: {Parameter.Format(entries[last].After)}"); }
        return text.Append($"; default {Parameter.Format(_defaults[index])}").ToString();
    }

    public IEnumerable<(string Object, string Path, string Value)> NonDefault()
    {
        for (var i = 0; i < _parameters.Count; i++)
        {
            var value = _parameters[i].Get(Styled);
            if (!ValueText.AreEqual(value, _defaults[i])) { yield return (Styled.Name, $"{ParameterPath.Prefix(Styled)}.{_parameters[i].Path}", Parameter.Format(value)); }
        }
    }

    public void AppendNonDefault(StringBuilder report)
    {
        var isFirst = true;
        for (var i = 0; i < _parameters.Count; i++)
        {
            var value = _parameters[i].Get(Styled);
            if (ValueText.AreEqual(value, _defaults[i])) { continue; }
            if (isFirst) { report.Append($"{Styled.Name}\n"); }
            isFirst = false;
            report.Append($"  {_parameters[i].Path}: {Parameter.Format(value)}   (default {Parameter.Format(_defaults[i])}{UsualToo(_parameters[i])})\n");
        }
    }

    public void AppendAll(StringBuilder report)
    {
        report.Append($"{Styled.Name} ({string.Join(' ', Styled.Classes.Prepend(Styled.TypeName))})\n");
        foreach (var parameter in _parameters) { report.Append($"  {parameter.Path}: {Parameter.Format(parameter.Get(Styled))}\n"); }
    }

    private static string UsualToo(Parameter parameter) => parameter.Usual.Count == 0 ? "" : $"; usual too: {string.Join(", ", parameter.Usual.Select(v => GoFormat.Shortest(v)))}";

    private object[] Values() => [.. _parameters.Select(p => p.Get(Styled))];

    private void SetAll(object[] values)
    {
        for (var i = 0; i < values.Length; i++) { _parameters[i].Set(Styled, values[i]); }
    }

    /// <summary>Everything that applying sheets changes in one object.</summary>
    internal sealed record Memento(
        object[] Values, Dictionary<string, object> HandSet, List<StyleApplication> History, object[] LastApplied);
}
