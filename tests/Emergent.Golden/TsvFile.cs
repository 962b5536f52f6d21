using System.IO.Compression;

namespace Emergent.Golden;

/// <summary>A golden table: a header and rows of tab-separated text, gzipped or not.</summary>
public sealed class TsvFile
{
    private readonly Dictionary<string, int> _columns;

    private TsvFile(string path, string[] header)
    {
        Path = path;
        Header = header;
        _columns = header.Index().ToDictionary(c => c.Item, c => c.Index);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows as text; those of tables with <c>values...</c> are longer than the header.</summary>
    public List<string[]> Rows { get; } = [];

    /// <summary>Opens <paramref name="path"/>, or the same with <c>.gz</c>; null when neither is there.</summary>
    public static TsvFile? Open(string path)
    {
        var found = File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz" : null;
        if (found is null) { return null; }
        using var file = File.OpenRead(found);
        using var reader = new StreamReader(found.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var table = new TsvFile(found, reader.ReadLine()!.Split('\t'));
        while (reader.ReadLine() is { } line) { table.Rows.Add(line.Split('\t')); }
        return table;
    }

    /// <summary>Whether there is a column of this name.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The position of a column.</summary>
    public int Column(string column) => _columns.TryGetValue(column, out var index) ? index : throw new EmergentException($"{Path} has no column '{column}'.");

    /// <summary>A cell as text.</summary>
    public string Text(string[] row, string column) => row[Column(column)];

    /// <summary>A cell as a whole number; 0 for a column that the file does not have.</summary>
    public int Int(string[] row, string column) => Has(column) ? int.Parse(row[Column(column)]) : 0;

    /// <summary>A cell as a float.</summary>
    public float Float(string[] row, string column) => float.Parse(row[Column(column)]);
}
