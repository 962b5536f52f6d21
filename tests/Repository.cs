namespace Emergent.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file in it.</summary>
    /// <param name="file">Folders and file: <c>docs/tables.md</c>.</param>
    public static string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>The text of a file in it, with line feeds whatever the checkout has.</summary>
    /// <param name="file">Folders and file: <c>docs/tables.md</c>.</param>
    public static string Read(string file) => File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Emergent.slnx"))) { folder = folder.Parent; }
        return folder.FullName;
    }
}
