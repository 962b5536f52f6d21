using System.Text;

namespace Emergent.Networks;

// What the sheets did, as text.
public sealed partial class StyleSets
{
    /// <summary>Where the value of a parameter comes from: the rule that won, and those it overrode.</summary>
    /// <param name="styled">A layer or projection.</param>
    /// <param name="path">The parameter: <c>Inhib.Layer.Gi</c>, or with the first word.</param>
    /// <exception cref="EmergentException">There is no such parameter, or the object is of another network.</exception>
    public string Explain(IStyled styled, string path)
    {
        ArgumentNullException.ThrowIfNull(styled);
        ArgumentNullException.ThrowIfNull(path);
        return Find(styled).Explain(ParameterPath.Split(path).Path);
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
        var layers = KeyTable("Layer", _network.Layers, l => l.KeyParameters, "Kind", l => l.Kind.ToString());
        var projections = KeyTable("Projection", _network.Projections, p => p.KeyParameters, "Pattern", p => p.Connectivity.PatternName);
        return $"{layers}\n{projections}* differs from the default of its type\n";
    }

    /// <summary>The parameters that differ from their defaults, object by object: what a run's settings file keeps.</summary>
    public IEnumerable<(string Object, string Path, string Value)> NonDefault() => _objects.SelectMany(o => o.NonDefault());

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
