namespace Emergent.Data;

/// <summary>Reads and writes tables in Arrow's IPC stream format, which pyarrow, pandas, polars, R, Julia and JavaScript read.</summary>
/// <remarks>
/// Numbers, bools and texts; nulls are Arrow's nulls, and so are NaN. A column of tensors is a fixed-size list with the extension <c>arrow.fixed_shape_tensor</c>, which says shape and names of dimensions.
/// Read too: texts with long offsets, half precision (as float) and nested lists of fixed sizes; refused with what to do: dictionaries, compression, big-endian streams, other types and the file format (Feather).
/// </remarks>
public static class ArrowStream
{
    /// <summary>Writes a table, or the rows of a view, to a file, whole or not at all.</summary>
    /// <exception cref="EmergentException">The file cannot be written, or a text is no valid one: what stood there is unchanged.</exception>
    public static void Save(TableView view, string path)
    {
        ArgumentNullException.ThrowIfNull(view);
        var table = view.AsTable;
        WholeFile.Write(path, stream => ArrowWriter.Write(table, stream));
    }

    /// <summary>Writes a table, or the rows of a view, to a stream.</summary>
    /// <exception cref="EmergentException">A text is no valid one; nothing was written.</exception>
    public static void Write(TableView view, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(stream);
        ArrowWriter.Write(view.AsTable, stream);
    }

    /// <summary>The table in a file; its name is the one it was saved with, else the file's.</summary>
    /// <exception cref="EmergentException">The file is missing, damaged or cut off, or has what no table can have; the message names the column.</exception>
    public static Table Load(string path) => BinaryContent.OfFile(path, stream => ArrowReader.Read(stream, Path.GetFileNameWithoutExtension(path)));

    /// <summary>The table in a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="source">What error messages call it, and the table's name where the stream has none.</param>
    /// <exception cref="EmergentException">The stream is damaged or cut off, or has what no table can have; the message names the column.</exception>
    public static Table Read(Stream stream, string source = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BinaryContent.Of(source, () => ArrowReader.Read(stream, source));
    }
}
