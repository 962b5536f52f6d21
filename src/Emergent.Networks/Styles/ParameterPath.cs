namespace Emergent.Networks;

/// <summary>The names of the kinds of objects at the start of parameter paths.</summary>
internal static class ParameterPath
{
    private static readonly (string Prefix, StyleTarget Target)[] Prefixes =
    [
        ("Layer", StyleTarget.Layer), ("Prjn", StyleTarget.Projection), ("Path", StyleTarget.Projection),
        ("Projection", StyleTarget.Projection), ("Sim", StyleTarget.Simulation),
    ];

    /// <summary>Takes the kind of object off a path: <c>Layer.Inhib.Layer.Gi</c> is <c>Inhib.Layer.Gi</c> of a layer. A path may begin without one.</summary>
    public static (StyleTarget? Target, string Path) Split(string path)
    {
        var dot = path.IndexOf('.');
        if (dot > 0)
        {
            foreach (var (prefix, target) in Prefixes)
            {
                if (path.AsSpan(0, dot).SequenceEqual(prefix)) { return (target, path[(dot + 1)..]); }
            }
        }
        return (null, path);
    }

    /// <summary>The kind of object that a word names, if it does.</summary>
    public static StyleTarget? Target(string word)
    {
        foreach (var (prefix, target) in Prefixes) { if (prefix == word) { return target; } }
        return null;
    }

    /// <summary>The word that emergent uses for a kind of object.</summary>
    public static string Prefix(StyleTarget target) => target switch { StyleTarget.Layer => "Layer", StyleTarget.Projection => "Prjn", _ => "Sim" };
}
