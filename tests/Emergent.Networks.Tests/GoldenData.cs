using System.IO.Compression;

namespace Emergent.Networks.Tests;

/// <summary>Finds and reads the reference data made by Go emergent.</summary>
internal static class GoldenData
{
    /// <summary>The whole set: EMERGENT_SHARED's, else the one beside the repository; null where there is none.</summary>
    public static string? WholeSet { get; } = FindWholeSet();

    /// <summary>The selection that is part of the repository.</summary>
    public static string Selection { get; } = FindAbove(Path.Combine("tests", "testdata", "golden"))
        ?? throw new DirectoryNotFoundException($"There is no tests/testdata/golden above {AppContext.BaseDirectory}.");

    /// <summary>The rows of a table of tab-separated values, by column name; the file may be gzipped.</summary>
    /// <param name="name">Folder and file without .gz: <c>e/index.tsv</c>.</param>
    public static List<Dictionary<string, string>> Table(string name)
    {
        using var reader = Open(name);
        var columns = reader.ReadLine()!.Split('\t');
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            var values = line.Split('\t');
            rows.Add(columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }
        return rows;
    }

    private static StreamReader Open(string name)
    {
        foreach (var folder in new[] { WholeSet, Selection })
        {
            if (folder is null) { continue; }
            var path = Path.Combine(folder, name);
            if (File.Exists(path)) { return new StreamReader(path); }
            if (File.Exists(path + ".gz")) { return new StreamReader(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress)); }
        }
        throw new FileNotFoundException($"There is no golden file {name}.");
    }

    private static string? FindWholeSet()
    {
        if (Environment.GetEnvironmentVariable("EMERGENT_SHARED") is { Length: > 0 } shared) { return Existing(Path.Combine(shared, "golden")); }
        return FindAbove(Path.Combine("shared", "golden"));
    }

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
