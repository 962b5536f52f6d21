namespace Emergent.Networks;

/// <summary>One parameter of one object that a rule set: what it was, and what it became.</summary>
/// <param name="Object">The layer, projection, simulation or other object.</param>
/// <param name="Set">The style set of the rule, or <c>command line</c> for a setting.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The parameter, without the kind of object: <c>Inhib.Layer.Gi</c>.</param>
/// <param name="Before">Its value before the rule.</param>
/// <param name="After">Its value after the rule.</param>
public sealed record StyleApplication(IStyled Object, string Set, StyleRule Rule, string Path, object Before, object After)
{
    internal int Order { get; init; }   // which application of all it was

    /// <summary>The application as a line of a report: <c>Hidden Layer.Inhib.Layer.Gi: 1.8 → 1.4   (set 'Base', rule '#Hidden')</c>.</summary>
    public override string ToString()
    {
        var change = ValueText.AreEqual(Before, After) ? $"stays {Parameter.Format(After)}" : $"{Parameter.Format(Before)} → {Parameter.Format(After)}";
        return $"{Object.Name} {ParameterPath.Prefix(Object)}.{Path}: {change}   (set '{Set}', rule {Rule})";
    }
}
