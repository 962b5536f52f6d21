using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

// What the sheets did, as text.
public sealed partial class StyleSets
{
    /// <summary>Where the value of a parameter comes from: the rule that won, and those it overrode.</summary>
    /// <param name="styled">A layer, a projection, the simulation, or another object that is styled.</param>
    /// <param name="path">The parameter: <c>Inhib.Layer.Gi</c>, or with the first word.</param>
    /// <exception cref="EmergentException">There is no such parameter, or the object is of another network.</exception>
    public string Explain(object styled, string path)
    {
        ArgumentNullException.ThrowIfNull(styled);
        ArgumentNullException.ThrowIfNull(path);
        var found = Find(styled);
        return found.Explain(StyleSetting.Of(path, "").PathIn(found.Styled) ?? path);
    }

    /// <summary>What rules set when the sheets were last applied, in order: each parameter of each object, what it was and what it became.</summary>
    public IReadOnlyList<StyleApplication> History => [.. _objects.SelectMany(o => o.History).OrderBy(a => a.Order)];

    /// <summary>What rules set in one object when the sheets were last applied, in order.</summary>
    /// <exception cref="EmergentException">The object is of another network.</exception>
    public IReadOnlyList<StyleApplication> HistoryOf(object styled)
    {
        ArgumentNullException.ThrowIfNull(styled);
        return [.. Find(styled).History];
    }

    /// <summary>The history as text, a line for each parameter that a rule set in an object: what a style set does, step by step.</summary>
    public string HistoryReport() => string.Concat(History.Select(a => $"{a}\n"));

    /// <summary>What each rule found and set when the sheets were last applied, in a table with a row for each rule, in order.</summary>
    public string RuleReport()
    {
        var table = new TextTable(["Set", "Selector", "Reason", "Sets", "Finds"]);
        var byRule = History.ToLookup(a => a.Rule);
        foreach (var (set, rule) in _applied)
        {
            var (paths, names) = (byRule[rule].Select(a => $"{ParameterPath.Prefix(a.Object)}.{a.Path}").Distinct(), byRule[rule].Select(a => a.Object.Name).Distinct());
            table.Add([set, rule.Selector, rule.Reason, string.Join(", ", paths), string.Join(", ", names)]);
        }
        return table.ToString();
    }

    /// <summary>The parameters that differ from the defaults of their type, with the default.</summary>
    public string NonDefaultReport()
    {
        var report = new StringBuilder();
        foreach (var styled in _objects) { styled.AppendNonDefault(report); }
        return report.Length == 0 ? "All parameters have their default.\n" : report.ToString();
    }

    /// <summary>All parameters of all objects.</summary>
    public string AllReport()
    {
        var report = new StringBuilder();
        foreach (var styled in _objects) { styled.AppendAll(report); }
        return report.ToString();
    }

    /// <summary>The parameters that models change most, in a table of layers and one of projections; a star marks what is not the default.</summary>
    /// <remarks>Which ones they are, layers and projections declare themselves: <see cref="Layer.KeyParameters"/>, <see cref="Projection.KeyParameters"/>.</remarks>
    public string KeyReport()
    {
        if (_network is null) { return ""; }
        var layers = KeyTable("Layer", [.. _objects.Select(o => o.Styled).OfType<Layer>()], l => l.KeyParameters, "Kind", l => l.Kind.ToString());
        var projections = KeyTable("Projection", [.. _objects.Select(o => o.Styled).OfType<Projection>()], p => p.KeyParameters, "Pattern", p => p.Connectivity.PatternName);
        return $"{layers}\n{projections}* differs from the default of its type\n";
    }

    /// <summary>The parameters that differ from their defaults, object by object: what a run's settings file keeps.</summary>
    public IEnumerable<(string Object, string Path, string Value)> NonDefault() => _objects.SelectMany(o => o.NonDefault());

    /// <summary>The same without those of other networks that share these styles.</summary>
    internal IEnumerable<(string Object, string Path, string Value)> NonDefaultIn(Network network) =>
        _objects.Where(o => o.Styled switch { Layer layer => layer.Network == network, Projection projection => projection.Receiver.Network == network, _ => true }).SelectMany(o => o.NonDefault());

    /// <summary>The default of a parameter, as text.</summary>
    internal string DefaultOf(string name, string fullPath)
    {
        var setting = StyleSetting.Of(fullPath, "");
        return _objects.Where(o => o.Styled.Name == name).Select(o => setting.PathIn(o.Styled) is { } path ? o.DefaultOf(path) : null).OfType<string>().First();
    }

    /// <summary>What the sheets in use declare to be searched, rule by rule, checked against the objects that it is for.</summary>
    internal IEnumerable<SearchedParameter> FindHypers()
    {
        foreach (var (set, rule) in RulesInOrder())
        {
            if (rule is not TextStyleRule { Hypers.Count: > 0 } text) { continue; }
            var where = $"Style set '{set}', rule {rule}";
            foreach (var hyper in text.Hypers)
            {
                var found = _objects.Where(o => rule.Selects(o.Styled)).Select(o => (o.Styled, Path: StyleSetting.Of(hyper.Path, "").PathIn(o.Styled))).FirstOrDefault(o => o.Path is not null);
                if (found.Path is null) { throw new EmergentException($"{where}: hyper-parameter '{hyper.Path}' is for nothing that the selector finds. {rule.Remedy([.. _objects.Select(o => o.Styled)])}"); }
                var parameter = ParameterTree.Of(found.Styled).Require(found.Path, where);
                hyper.Check(parameter, where);
                if (hyper.Min is null && hyper.Values.Count == 0 && parameter.AllValues.Count == 0) { throw new EmergentException($"{where}: hyper-parameter '{hyper.Path}' says nothing of what it may become. Give it Min and Max, or Values."); }
                yield return new SearchedParameter(rule.Selector, hyper.WithPath(StyleSetting.Of(hyper.Path, "").FullPathIn(found.Styled)!), parameter);
            }
        }
    }

    private string KeyTable<T>(string what, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> keys, string property, Func<T, string> value) where T : IStyled
    {
        var paths = rows.SelectMany(keys).Distinct().ToList();
        var table = new TextTable([what, property, .. paths]);
        foreach (var row in rows)
        {
            var styled = Find(row);
            table.Add([row.Name, value(row), .. paths.Select(styled.Shown)]);
        }
        return table.ToString();
    }
}
