using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>A network as a page draws it.</summary>
internal static class NetworkDescription
{
    public static NetworkInfo Of(NetworkFeed feed)
    {
        var network = feed.Network;
        return new(
            feed.Version, network.Name,
            [.. network.Layers.Select(l => new LayerInfo(l.Name, l.TypeName, l.Kind.ToString(), [.. l.Shape], new(l.Bounds.X, l.Bounds.Y, l.Bounds.Z, l.Bounds.Width, l.Bounds.Depth), l.Classes, l.UnitNames))],
            [.. network.Projections.Select(p => new ProjectionInfo(p.Name, p.Sender.Name, p.Receiver.Name, p.TypeName, p.Classes))],
            [.. network.UnitVariables.Select(Of)], [.. network.SynapseVariables.Select(Of)]);
    }

    private static VariableInfo Of(Variable variable) => new(variable.Name, variable.Meaning, variable.Min, variable.Max, variable.Group, variable.AutoScale, variable.IsTransient, variable.IsZeroCentred);
}
