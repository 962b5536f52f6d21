using System.Buffers.Binary;
using System.Text;

namespace Emergent.Data;

/// <summary>Reads an Arrow IPC stream that may be damaged: each batch is checked as a whole before its rows are added.</summary>
internal static class ArrowReader
{
    /// <exception cref="InvalidDataException">The stream is damaged, or has what no table can have.</exception>
    public static Table Read(Stream stream, string name)
    {
        if (Next(stream, isFirst: true) is not { } first || first.Header != ArrowFormat.SchemaHeader) { throw new InvalidDataException("is no Arrow stream: it does not begin with a schema."); }
        var schema = first.Message.Table(ArrowFormat.Message.Header);
        if (schema.Short(ArrowFormat.Schema.Endianness) != 0) { throw new InvalidDataException("has its numbers' bytes in the order of a big-endian machine, which cannot be read. Write it on a little-endian one."); }
        var fields = schema.Tables(ArrowFormat.Schema.Fields).ConvertAll(ArrowField.Of);
        var metaData = ArrowField.MetaData(schema.Tables(ArrowFormat.Schema.MetaData));
        var table = new Table(metaData.Remove(ArrowFormat.TableName, out var own) ? own : name);
        foreach (var (key, value) in metaData) { table.MetaData[key] = value; }
        foreach (var field in fields) { table.AddColumn(field.Element.Type, field.Name, field.CellShape).DimensionNames = field.DimensionNames; }
        while (Next(stream, isFirst: false) is { } message)
        {
            if (message.Header != ArrowFormat.RecordBatchHeader) { throw new InvalidDataException($"is damaged: a message of kind {message.Header} stands where rows are expected."); }
            AddRows(table, fields, message.Message.Table(ArrowFormat.Message.Header), message.Body);
        }
        return table;
    }

    private static (byte Header, FlatView Message, byte[] Body)? Next(Stream stream, bool isFirst)
    {
        Span<byte> start = stackalloc byte[4];
        var found = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        if (found == 0 && !isFirst) { return null; }   // a stream may end without an end mark
        if (found < 4) { throw new InvalidDataException("is cut off, or no Arrow stream."); }
        if (start.SequenceEqual("ARRO"u8)) { throw new InvalidDataException("is in Arrow's file format (Feather); only the stream format can be read. Write it with pyarrow.ipc.new_stream."); }
        var length = BinaryPrimitives.ReadInt32LittleEndian(start);
        if (length == ArrowFormat.Continuation)
        {
            BinaryContent.Fill(stream, start, "the length of a message");
            length = BinaryPrimitives.ReadInt32LittleEndian(start);
        }
        if (length == 0) { return null; }
        if (length < 0) { throw new InvalidDataException($"is damaged or no Arrow stream: a message says to be {length} bytes long."); }
        var message = FlatView.Root(BinaryContent.Take(stream, length, "the metadata of a message"));
        if (message.Short(ArrowFormat.Message.Version) is not (ArrowFormat.VersionV4 or ArrowFormat.VersionV5))
        {
            throw new InvalidDataException($"has metadata of version number {message.Short(ArrowFormat.Message.Version)}; versions V4 and V5 can be read.");
        }
        var bodyLength = message.Long(ArrowFormat.Message.BodyLength);
        if (bodyLength < 0) { throw new InvalidDataException($"is damaged: the body of a message says to be {bodyLength} bytes long."); }
        return (message.Byte(ArrowFormat.Message.HeaderType), message, BinaryContent.Take(stream, bodyLength, "the body of a message"));
    }

    private static void AddRows(Table table, List<ArrowField> fields, FlatView batch, byte[] body)
    {
        if (batch.Has(ArrowFormat.RecordBatch.Compression)) { throw new InvalidDataException("is compressed, which cannot be read. Write it without compression (pyarrow.ipc.IpcWriteOptions)."); }
        var rows = batch.Long(ArrowFormat.RecordBatch.Length);
        if (rows < 0 || rows > int.MaxValue - table.RowCount) { throw new InvalidDataException($"is damaged or too large: a batch says to have {rows:N0} rows."); }
        if (fields.Find(field => (table.RowCount + rows) * field.CellShape.Length > Array.MaxLength) is { } tooLong)
        {
            throw new InvalidDataException($"is too large or damaged: column '{tooLong.Name}' would have {(table.RowCount + rows) * tooLong.CellShape.Length:N0} elements; there can be {Array.MaxLength:N0}.");
        }
        var parts = new ArrowParts(batch.Pairs(ArrowFormat.RecordBatch.Nodes), batch.Pairs(ArrowFormat.RecordBatch.Buffers), body);
        var columns = fields.ConvertAll(field => parts.Next(field, (int)rows));
        var start = table.RowCount;
        table.AddRows((int)rows);
        foreach (var column in columns)
        {
            var cells = table[column.Field.Name].AllCells;
            Fill(cells, start * cells.CellLength, column, body);
        }
    }

    private static void Fill(Tensor cells, int first, ArrowParts.Column column, byte[] body)
    {
        var data = body.AsSpan(column.Data);
        var (count, size) = (column.Count, column.Field.Size);
        switch (cells)
        {
            case Tensor<string> texts:
                for (var i = 0; i < count; i++) { texts[first + i] = Text(data, body.AsSpan(column.Texts), i, size, column.Field.Name); }
                break;
            case Tensor<bool> bools:
                for (var i = 0; i < count; i++) { bools[first + i] = IsSet(data, i); }
                break;
            case Tensor<float> halves when size == 2:
                for (var i = 0; i < count; i++) { halves[first + i] = (float)BinaryPrimitives.ReadHalfLittleEndian(data[(2 * i)..]); }
                break;
            default: data[..(count * size)].CopyTo(cells.BytesOf(first, count)); break;
        }
        foreach (var (valid, elements) in column.Valid)
        {
            for (var i = 0; i < count; i++) { if (!IsSet(body.AsSpan(valid), i / elements)) { cells.SetNull(first + i); } }
        }
    }

    private static bool IsSet(ReadOnlySpan<byte> bits, int i) => (bits[i >> 3] >> (i & 7) & 1) != 0;

    private static string Text(ReadOnlySpan<byte> offsets, ReadOnlySpan<byte> characters, int i, int size, string column)
    {
        var (start, end) = size == 4
            ? (BinaryPrimitives.ReadInt32LittleEndian(offsets[(4 * i)..]), BinaryPrimitives.ReadInt32LittleEndian(offsets[(4 * i + 4)..]))
            : (BinaryPrimitives.ReadInt64LittleEndian(offsets[(8 * i)..]), BinaryPrimitives.ReadInt64LittleEndian(offsets[(8 * i + 8)..]));
        if (start < 0 || start > end || end > characters.Length) { throw new InvalidDataException($"is damaged: a text of column '{column}' lies outside the texts."); }
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(characters[(int)start..(int)end]); }
        catch (DecoderFallbackException e) { throw new InvalidDataException($"is damaged: a text of column '{column}' is not UTF-8.", e); }
    }
}
