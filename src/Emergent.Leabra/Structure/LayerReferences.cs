using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Looks up layers that another layer names, when the network is built.</summary>
internal static class LayerReferences
{
    /// <summary>The layer that <paramref name="owner"/> names, of a type that it can use.</summary>
    /// <param name="owner">The layer that names it.</param>
    /// <param name="name">The name.</param>
    /// <param name="property">Where the name stands.</param>
    /// <param name="rule">What the layer must be, as in "predicts reward".</param>
    /// <exception cref="EmergentException">There is none, or it is of another type; the message names both layers and the rule.</exception>
    public static TLayer One<TLayer>(LeabraLayer owner, string name, string property, string rule) where TLayer : class
    {
        var network = owner.Network!;
        if (name.Length == 0) { throw new EmergentException($"Layer '{owner.Name}' ({owner.TypeName}): {property} is empty; it must name a layer that {rule}."); }
        if (!network.TryGetLayer(name, out var found))
        {
            throw new EmergentException(
                $"Layer '{owner.Name}' ({owner.TypeName}): {property} names '{name}', and network '{network.Name}' has no such layer; it must be one that {rule}. {Names.DidYouMean(name, network.Layers.Where(l => l is TLayer).Select(l => l.Name))}");
        }
        return found as TLayer
            ?? throw new EmergentException($"Layer '{owner.Name}' ({owner.TypeName}): {property} names '{name}', which is of type {found.TypeName}; it must be a layer that {rule}.");
    }

    /// <summary>The layers that <paramref name="owner"/> names, all of a type that it can use.</summary>
    /// <exception cref="EmergentException">There is none, or it is of another type; the message names both layers and the rule.</exception>
    public static TLayer[] All<TLayer>(LeabraLayer owner, IEnumerable<string> names, string property, string rule) where TLayer : class =>
        [.. names.Select(name => One<TLayer>(owner, name, property, rule))];
}
