using System.IO.Compression;

namespace Emergent.Data;

/// <summary>Reads and writes named tensors as a .npz file, which <c>numpy.load</c> reads and <c>numpy.savez</c> writes: a zip archive of .npy files.</summary>
/// <remarks>
/// A tensor <c>x</c> with nulls that are not NaN has beside it <c>x__mask</c>, a bool array of its shape that is true where an element is null, as numpy.ma wants it:
/// <c>numpy.ma.array(z["x"], mask=z["x__mask"])</c>. Reading puts the nulls back.
/// </remarks>
public static class NpzFile
{
    private const string Extension = ".npy", MaskEnd = "__mask";

    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);   // the same for all, so that the same content is the same file

    /// <summary>Writes tensors under their names to a file, whole or not at all.</summary>
    /// <param name="tensors">The tensors and their names.</param>
    /// <param name="path">The file.</param>
    /// <param name="compress">Whether the file is to be small rather than quickly written.</param>
    /// <exception cref="EmergentException">The file cannot be written, a name is empty or given twice, or a tensor has texts that the format has no room for: what stood there is unchanged.</exception>
    public static void Save(IEnumerable<KeyValuePair<string, Tensor>> tensors, string path, bool compress = true)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var entries = new List<KeyValuePair<string, Tensor>>();
        foreach (var (name, tensor) in tensors)
        {
            if (tensor is null) { throw new EmergentException($"Tensor '{name}' is missing."); }
            if (string.IsNullOrWhiteSpace(name) || name.AsSpan().IndexOfAny("/\\\0") >= 0) { throw new EmergentException($"'{name}' cannot be the name of a tensor in file '{path}'. Choose one without '/' and '\\'."); }
            entries.Add(new(name, tensor));
            if (MaskOf(tensor) is { } mask) { entries.Add(new(name + MaskEnd, mask)); }
        }
        if (entries.GroupBy(e => e.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new EmergentException($"File '{path}' would have two arrays '{twice.Key}'. Give each tensor a name of its own, not ending in '{MaskEnd}'.");
        }
        WholeFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (name, tensor) in entries)
            {
                var entry = archive.CreateEntry(name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = Date;
                using var content = entry.Open();
                NpyContent.Write(content, tensor, $"tensor '{name}'");
            }
        });
    }

    /// <summary>Writes each column of a table, or of the rows of a view, as an array <c>[rows, …cell]</c> of its name.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="path">The file.</param>
    /// <param name="compress">Whether the file is to be small rather than quickly written.</param>
    /// <exception cref="EmergentException">The file cannot be written, or a column has a name or texts that the format has no room for: what stood there is unchanged.</exception>
    public static void Save(TableView view, string path, bool compress = true)
    {
        ArgumentNullException.ThrowIfNull(view);
        Save(view.AsTable.Columns.Select(column => new KeyValuePair<string, Tensor>(column.Name, column.AllCells)), path, compress);
    }

    /// <summary>The tensors in a file, by name, in the order of the file.</summary>
    /// <remarks>Entries of the archive that are no .npy files are passed over. A name that the file does not have is an <see cref="EmergentException"/> that says which it has.</remarks>
    /// <exception cref="EmergentException">The file is missing, damaged or cut off, or an array has elements of a type of which there are no tensors.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(string path) => BinaryContent.OfFile(path, stream =>
    {
        var tensors = new OrderedDictionary<string, Tensor>(StringComparer.Ordinal);
        using var archive = Open(stream);
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal)) { continue; }
            var name = entry.FullName[..^Extension.Length];
            if (!tensors.TryAdd(name, Read(entry))) { throw new InvalidDataException($"is damaged: it has two arrays '{name}'."); }
        }
        foreach (var (name, tensor) in tensors.ToList())
        {
            if (tensors.GetValueOrDefault(name + MaskEnd) is not Tensor<bool> mask || !mask.Shape.Equals(tensor.Shape)) { continue; }
            for (var i = 0; i < mask.Length; i++) { if (mask[i]) { tensor.SetNull(i); } }
            tensors.Remove(name + MaskEnd);
        }
        return new TensorsOfFile(path, tensors);
    });

    /// <summary>The arrays in a file as columns of a table, whose rows are their outermost dimension; its name is the file's.</summary>
    /// <exception cref="EmergentException">The file is missing, damaged or cut off, or its arrays have different numbers of rows.</exception>
    public static Table LoadTable(string path)
    {
        var tensors = Load(path);
        var table = new Table(Path.GetFileNameWithoutExtension(path));
        foreach (var (name, tensor) in tensors)
        {
            if (tensor.Shape.Rank == 0 || tensor.RowCount != tensors.First().Value.RowCount)
            {
                throw new EmergentException($"File '{path}' is no table: array '{name}' is {tensor}, and '{tensors.First().Key}' {tensors.First().Value}. The outermost dimension of all columns "
                    + "must be the number of rows. Read them as tensors with Load.");
            }
            table.AddColumn(tensor.ElementType, name, tensor.Shape.Inner());
        }
        table.AddRows(tensors.Count > 0 ? tensors.First().Value.RowCount : 0);
        foreach (var column in table.Columns) { column.AllCells.CopyFrom(tensors[column.Name]); }
        return table;
    }

    private static Tensor<bool>? MaskOf(Tensor tensor)
    {
        if (tensor.Element.Kind == 'f') { return null; }
        Tensor<bool>? mask = null;
        for (var i = 0; i < tensor.Length; i++)
        {
            if (tensor.IsNull(i)) { (mask ??= new(tensor.Shape))[i] = true; }
        }
        return mask;
    }

    private static ZipArchive Open(Stream stream)
    {
        try { return new(stream, ZipArchiveMode.Read, leaveOpen: true); }
        catch (InvalidDataException e) { throw new InvalidDataException($"is no .npz file, or is cut off: {e.Message}", e); }
    }

    private static Tensor Read(ZipArchiveEntry entry)
    {
        try
        {
            using var content = new Crc32Stream(entry.Open());
            var tensor = NpyContent.Read(content);
            if (content.ReadByte() >= 0) { throw new InvalidDataException($"goes on after its array {tensor}."); }
            return content.Crc == entry.Crc32 ? tensor : throw new InvalidDataException("is damaged: its check sum is another.");
        }
        catch (InvalidDataException e) { throw new InvalidDataException($"has an array '{entry.FullName}' that cannot be read: it {e.Message}", e); }
    }
}
