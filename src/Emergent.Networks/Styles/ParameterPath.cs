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
        return dot > 0 && Target(path[..dot]) is { } target ? (target, path[(dot + 1)..]) : (null, path);
    }

    /// <summary>The kind of object that a word names, if it does.</summary>
    public static StyleTarget? Target(string word)
    {
        foreach (var (prefix, target) in Prefixes) { if (prefix == word) { return target; } }
        return null;
    }

    /// <summary>The word that emergent uses for a kind of object.</summary>
    public static string Prefix(StyleTarget target) => target switch { StyleTarget.Layer => "Layer", StyleTarget.Projection => "Prjn", StyleTarget.Simulation => "Sim", _ => "" };

    /// <summary>The first word of an object's paths: its kind, or the type of an object that is neither of a network nor a simulation.</summary>
    public static string Prefix(IStyled styled) => styled.Target == StyleTarget.Object ? styled.TypeName : Prefix(styled.Target);

    /// <summary>The type selectors that find an object, and that its paths may begin with.</summary>
    public static string[] TypesOf(IStyled styled) => [Prefix(styled), styled.TypeName, PlainObject.OwnerOf(styled).GetType().Name];

    /// <summary>Whether a word at the start of a path can only be the name of a type, be there objects of it or not.</summary>
    public static bool IsType(string word) => Prefixes.Any(p => p.Target is StyleTarget.Layer or StyleTarget.Projection && word.EndsWith(p.Prefix, StringComparison.Ordinal));
}
