using System.IO.Compression;
using System.Text;

namespace Emergent.Data;

public sealed partial class Table
{
    /// <summary>The table in a file, which may have emergent's typed header or a plain one, be separated by tabs, commas or spaces, and be compressed (.gz).</summary>
    /// <remarks>
    /// Its name is the file's, without folder and extension. With a plain header each column is int, double, bool or string, the narrowest that holds all its cells.
    /// Old C++ emergent wrote shapes and indices of tensor columns with x before y. Values are read in the order of the file in any case; where the shape is not the same
    /// both ways, it is the wrong way round, and <c>MetaData["old-shapes"]</c> names the columns, unless <paramref name="reverseOldShapes"/> turns it.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="delimiter">What separates cells.</param>
    /// <param name="fillShortRows">Whether cells that are missing at the end of a row are null, and not an error.</param>
    /// <param name="reverseOldShapes">Whether shapes of tensor columns that list x before y are turned into [y, x].</param>
    /// <exception cref="EmergentException">The file is missing or damaged; the message names file, line, column, what was found and the rule.</exception>
    public static Table Load(string path, Delimiter delimiter = Delimiter.Detect, bool fillShortRows = false, bool reverseOldShapes = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) { throw new EmergentException($"'{path}' is a folder, not a table. Name a file in it."); }
        if (!File.Exists(path)) { throw new EmergentException($"File '{path}' does not exist."); }
        try
        {
            return TableReader.Read(Bytes(path), path, Path.GetFileNameWithoutExtension(TableWriter.WithoutGzip(path)), new(delimiter, fillShortRows, reverseOldShapes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new EmergentException($"File '{path}' could not be read: {e.Message}", e);
        }
    }

    /// <summary>The table in a text; see <see cref="Load"/>.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">What error messages call the text, and the table's name.</param>
    /// <param name="delimiter">What separates cells.</param>
    /// <param name="fillShortRows">Whether cells that are missing at the end of a row are null, and not an error.</param>
    /// <param name="reverseOldShapes">Whether shapes of tensor columns that list x before y are turned into [y, x].</param>
    /// <exception cref="EmergentException">The text is damaged; the message names line, column, what was found and the rule.</exception>
    public static Table Read(TextReader reader, string source = "text", Delimiter delimiter = Delimiter.Detect, bool fillShortRows = false, bool reverseOldShapes = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TableReader.Read(Encoding.UTF8.GetBytes(reader.ReadToEnd()), source, source, new(delimiter, fillShortRows, reverseOldShapes));
    }

    /// <summary>Writes the table to a file, whole or not at all; .csv is separated by commas, else by tabs, and .gz is compressed.</summary>
    /// <remarks>Fractions are written with as many digits as it takes to read the same number back, or with the <c>precision</c> in <see cref="MetaData"/>.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="delimiter">What separates cells, where the extension is not to say.</param>
    /// <param name="header">Whether the header says types and shapes, as emergent's does, or has only names.</param>
    /// <exception cref="EmergentException">The file cannot be written: what stood there is unchanged.</exception>
    public void Save(string path, Delimiter delimiter = Delimiter.Detect, HeaderStyle header = HeaderStyle.Typed)
    {
        WholeFile.Write(path, stream =>
        {
            using var target = TableWriter.IsGzip(path) ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null;
            using var writer = new StreamWriter(target ?? stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
            TableWriter.Write(writer, this, TableWriter.CharOf(delimiter, path), header);
        });
    }

    /// <summary>Writes the table as text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="delimiter">What separates cells.</param>
    /// <param name="header">Whether the header says types and shapes, as emergent's does, or has only names.</param>
    /// <exception cref="EmergentException">A column cannot be shown as text.</exception>
    public void Write(TextWriter writer, Delimiter delimiter = Delimiter.Tab, HeaderStyle header = HeaderStyle.Typed)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TableWriter.Write(writer, this, TableWriter.CharOf(delimiter), header);
    }

    private static ReadOnlySpan<byte> Bytes(string path)
    {
        if (!TableWriter.IsGzip(path)) { return File.ReadAllBytes(path); }
        using var stream = GzipFile.OpenRead(path);
        return stream is MemoryStream memory && memory.TryGetBuffer(out var content) ? content : throw new InvalidDataException("The compressed file has no content.");
    }
}
