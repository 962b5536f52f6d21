namespace Emergent.Networks;

/// <summary>Where the layers and variables of a network are in records, which have all of its layers and some of its variables.</summary>
internal sealed class NetDataMatch
{
    /// <exception cref="EmergentException">The records are of another network.</exception>
    public NetDataMatch(Network network, NetData data, string origin)
    {
        foreach (var (name, _) in data.Layers)
        {
            if (!network.Layers.Any(l => l.Name == name)) { throw new EmergentException($"Records '{origin}' have a layer '{name}', which network '{network.Name}' has not. {Names.DidYouMean(name, network.Layers.Select(l => l.Name))}"); }
        }
        Layers = [.. network.Layers.Select(layer =>
        {
            if (!data.Layers.Any(l => l.Name == layer.Name)) { throw new EmergentException($"Records '{origin}' have no layer '{layer.Name}', which network '{network.Name}' has. Open those of the same network."); }
            var place = data.PlaceOf(layer.Name);
            return place.Units == layer.UnitCount ? place
                : throw new EmergentException($"Records '{origin}' have {place.Units} units in layer '{layer.Name}', which has {layer.UnitCount} ({layer.Shape}). Open those of the same network.");
        })];
        var known = Enumerable.Range(0, data.Variables.Count).Select(v => (Variable: v, Column: ColumnOf(data.Variables[v]))).Where(v => v.Column >= 0).OrderBy(v => v.Column).ToList();
        if (known.Count == 0) { throw new EmergentException($"Records '{origin}' have none of the variables of network '{network.Name}', but {string.Join(", ", data.Variables)}. Open those of the same network."); }
        (Columns, Variables) = ([.. known.Select(v => v.Column)], [.. known.Select(v => v.Variable)]);

        int ColumnOf(string variable)
        {
            for (var v = 0; v < network.UnitVariables.Count; v++) { if (network.UnitVariables[v].Name == variable) { return v; } }
            return -1;
        }
    }

    /// <summary>Of each layer of the network, where its units begin in the records, and how many there are.</summary>
    public IReadOnlyList<(int Start, int Units)> Layers { get; }

    /// <summary>The places of the variables among the network's, ascending.</summary>
    public int[] Columns { get; }

    /// <summary>The places of the same variables in the records.</summary>
    public int[] Variables { get; }
}
