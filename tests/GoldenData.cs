using System.IO.Compression;

namespace Emergent.Tests;

/// <summary>Finds and reads the golden data: figures of the reference implementation.</summary>
/// <remarks>The whole set lies beside some checkouts; a selection, every file gzipped, is part of the repository.</remarks>
internal static class GoldenData
{
    /// <summary>The folder of the whole set: EMERGENT_SHARED's, else a <c>shared</c> folder beside or above the repository; null where there is none.</summary>
    public static string? WholeSet { get; } = FindWholeSet();

    /// <summary>The folder of the selection.</summary>
    public static string Selection { get; } = FindAbove(Path.Combine("tests", "testdata", "golden"))
        ?? throw new DirectoryNotFoundException($"There is no tests/testdata/golden above {AppContext.BaseDirectory}.");

    /// <summary>The path of a file, of the whole set or else of the selection, where it may end in .gz; null when neither has it.</summary>
    /// <param name="name">Folder and file without .gz: <c>e/index.tsv</c>.</param>
    public static string? Find(string name) =>
        ((string?[])[WholeSet, Selection]).OfType<string>()
            .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".gz")])
            .FirstOrDefault(File.Exists);

    /// <summary>The rows of a table of tab-separated values, by column name.</summary>
    /// <param name="name">Folder and file without .gz: <c>e/index.tsv</c>.</param>
    /// <exception cref="FileNotFoundException">Neither the whole set nor the selection has it.</exception>
    public static List<Dictionary<string, string>> Table(string name)
    {
        using var reader = OpenText(Find(name) ?? throw new FileNotFoundException($"There is no golden file {name}."));
        var columns = reader.ReadLine()!.Split('\t');
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(columns.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }
        return rows;
    }

    /// <summary>Opens a file for reading, decompressed if it ends in .gz.</summary>
    public static StreamReader OpenText(string path) =>
        new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path));

    private static string? FindWholeSet() => Environment.GetEnvironmentVariable("EMERGENT_SHARED") is { Length: > 0 } shared
        ? Existing(Path.Combine(shared, "golden"))
        : FindAbove(Path.Combine("shared", "golden"));

    private static string? FindAbove(string folder)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (Existing(Path.Combine(directory.FullName, folder)) is { } found) { return found; }
        }
        return null;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
