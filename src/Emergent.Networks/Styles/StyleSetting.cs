namespace Emergent.Networks;

/// <summary>One value that a text rule sets.</summary>
/// <param name="Target">The kind of object, where the path began with one.</param>
/// <param name="Path">The path without it; it may yet begin with the name of a type.</param>
/// <param name="Text">The value.</param>
internal readonly record struct StyleSetting(StyleTarget? Target, string Path, string Text)
{
    public static StyleSetting Of(string path, string text)
    {
        var (target, rest) = ParameterPath.Split(path);
        return new(target, rest, text);
    }

    /// <summary>The path as files have it.</summary>
    public string FullPath => Target is { } target ? $"{ParameterPath.Prefix(target)}.{Path}" : Path;

    /// <summary>The path as files have it, for an object that it is for; null for others. One that names its type goes on doing so, since the selector may find objects of other types.</summary>
    public string? FullPathIn(IStyled styled) => PathIn(styled) is not { } path ? null : Target is not null || path.Length < Path.Length ? FullPath : $"{ParameterPath.Prefix(styled)}.{path}";

    /// <summary>The path within an object, or null where the setting is for objects of another kind or type.</summary>
    public string? PathIn(IStyled styled)
    {
        if (Target is { } target) { return target == styled.Target ? Path : null; }
        var dot = Path.IndexOf('.');
        if (dot <= 0) { return Path; }
        var first = Path[..dot];
        if (ParameterPath.TypesOf(styled).Contains(first)) { return Path[(dot + 1)..]; }
        return ParameterPath.IsType(first) && !ParameterTree.Of(styled).HasRoot(first) ? null : Path;
    }
}
