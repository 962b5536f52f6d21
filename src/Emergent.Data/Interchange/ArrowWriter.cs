using System.Buffers.Binary;
using System.Text;

namespace Emergent.Data;

/// <summary>Writes a table as an Arrow IPC stream: a schema, batches of rows, an end mark.</summary>
internal static class ArrowWriter
{
    private const int MostRows = 1 << 16;
    private const long MostBytes = 1 << 26;   // of a batch, which is put together in memory

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static void Write(Table table, Stream stream)
    {
        CheckTexts(table);
        WriteMessage(stream, ArrowFormat.SchemaHeader, Schema(table), []);
        for (var start = 0; start < table.RowCount;)
        {
            var count = BatchLength(table, start);
            WriteBatch(stream, table, start, count);
            start += count;
        }
        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(end, ArrowFormat.Continuation);
        stream.Write(end);
    }

    private static void WriteMessage(Stream stream, byte headerType, FlatTable header, ReadOnlySpan<byte> body)
    {
        var message = new FlatTable().Add(ArrowFormat.Message.Version, ArrowFormat.VersionV5).Add(ArrowFormat.Message.HeaderType, headerType)
            .Add(ArrowFormat.Message.Header, header).Add(ArrowFormat.Message.BodyLength, (long)body.Length).ToBytes();
        Array.Resize(ref message, Padded(message.Length));
        Span<byte> start = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(start, ArrowFormat.Continuation);
        BinaryPrimitives.WriteInt32LittleEndian(start[4..], message.Length);
        stream.Write(start);
        stream.Write(message);
        stream.Write(body);
    }

    private static FlatTable Schema(Table table) => new FlatTable().Add(ArrowFormat.Schema.Endianness, (short)0)
        .Add(ArrowFormat.Schema.Fields, [.. table.Columns.Select(Field)])
        .Add(ArrowFormat.Schema.MetaData, MetaData([new(ArrowFormat.TableName, table.Name), .. table.MetaData]));

    private static FlatTable Field(Column column)
    {
        var element = Elements.Of(column.ElementType);
        if (column.IsScalar) { return Leaf(column.Name, element); }
        var shape = ArrowFormat.TensorText(column.CellShape, column.DimensionNames);
        // Arrow's own extension is for numbers only; other readers would refuse it for others.
        return new FlatTable().Add(ArrowFormat.Field.Name, column.Name).Add(ArrowFormat.Field.Nullable, true)
            .Add(ArrowFormat.Field.TypeType, ArrowFormat.Types.FixedSizeList).Add(ArrowFormat.Field.Type, new FlatTable().Add(0, column.CellShape.Length))
            .Add(ArrowFormat.Field.Children, [Leaf("item", element)])
            .Add(ArrowFormat.Field.MetaData, MetaData(element.IsWhole || element.Kind == 'f'
                ? [new(ArrowFormat.ExtensionName, ArrowFormat.TensorExtension), new(ArrowFormat.ExtensionKey, shape)]
                : [new(ArrowFormat.TensorKey, shape)]));
    }

    private static FlatTable Leaf(string name, Element element)
    {
        var (code, type) = element.Kind switch
        {
            'U' => (ArrowFormat.Types.Utf8, new FlatTable()),
            'b' => (ArrowFormat.Types.Bool, new FlatTable()),
            'f' => (ArrowFormat.Types.FloatingPoint, new FlatTable().Add(0, (short)(element.Size / 4))),   // 1 single, 2 double
            _ => (ArrowFormat.Types.Int, new FlatTable().Add(0, 8 * element.Size).Add(1, element.Kind == 'i')),
        };
        return new FlatTable().Add(ArrowFormat.Field.Name, name).Add(ArrowFormat.Field.Nullable, true)
            .Add(ArrowFormat.Field.TypeType, code).Add(ArrowFormat.Field.Type, type).Add(ArrowFormat.Field.Children, Array.Empty<FlatTable>());
    }

    private static FlatTable[] MetaData(IEnumerable<KeyValuePair<string, string>> pairs) => [.. pairs.Select(pair => new FlatTable().Add(0, pair.Key).Add(1, pair.Value))];

    private static void WriteBatch(Stream stream, Table table, int start, int count)
    {
        var (nodes, buffers, body) = (new List<(long, long)>(), new List<(long, long)>(), new MemoryStream());
        foreach (var column in table.Columns)
        {
            var cells = column.AllCells;
            var (first, length) = (start * cells.CellLength, count * cells.CellLength);
            if (!column.IsScalar)
            {
                nodes.Add((count, 0));
                buffers.Add((body.Length, 0));
            }
            var valid = Bits(length, i => !cells.IsNull(first + i), out var nulls);
            nodes.Add((length, nulls));
            AddBuffer(nulls == 0 ? [] : valid);
            switch (cells)
            {
                case Tensor<string> texts:
                    var (offsets, characters) = Texts(texts, first, length);
                    AddBuffer(offsets);
                    AddBuffer(characters);
                    break;
                case Tensor<bool> bools: AddBuffer(Bits(length, i => bools[first + i], out _)); break;
                default: AddBuffer(cells.BytesOf(first, length)); break;
            }
        }
        var header = new FlatTable().Add(ArrowFormat.RecordBatch.Length, (long)count).Add(ArrowFormat.RecordBatch.Nodes, nodes).Add(ArrowFormat.RecordBatch.Buffers, buffers);
        WriteMessage(stream, ArrowFormat.RecordBatchHeader, header, body.GetBuffer().AsSpan(0, (int)body.Length));

        void AddBuffer(ReadOnlySpan<byte> bytes)
        {
            buffers.Add((body.Length, bytes.Length));
            body.Write(bytes);
            body.SetLength(Padded((int)body.Length));
            body.Position = body.Length;
        }
    }

    private static byte[] Bits(int count, Func<int, bool> isSet, out int unset)
    {
        var bytes = new byte[(count + 7) / 8];
        unset = count;
        for (var i = 0; i < count; i++)
        {
            if (!isSet(i)) { continue; }
            bytes[i / 8] |= (byte)(1 << (i % 8));
            unset--;
        }
        return bytes;
    }

    private static (byte[] Offsets, byte[] Characters) Texts(Tensor<string> texts, int first, int length)
    {
        var (offsets, characters) = (new byte[4 * (length + 1)], new MemoryStream());
        for (var i = 0; i < length; i++)
        {
            characters.Write(Utf8.GetBytes(texts[first + i]));
            BinaryPrimitives.WriteInt32LittleEndian(offsets.AsSpan(4 * (i + 1)), (int)characters.Length);
        }
        return (offsets, characters.ToArray());
    }

    /// <summary>How many rows from one on make a batch of moderate size.</summary>
    private static int BatchLength(Table table, int start)
    {
        var texts = table.Columns.Where(column => column.ElementType == typeof(string)).Select(column => (Tensor<string>)column.AllCells).ToList();
        var rowBytes = table.Columns.Sum(column => column.CellShape.Length * (Elements.Of(column.ElementType).Size + 4L));
        var (count, bytes) = (0, 0L);
        while (start + count < table.RowCount && count < MostRows && (count == 0 || bytes < MostBytes))
        {
            bytes += rowBytes;
            foreach (var text in texts)
            {
                for (var i = 0; i < text.CellLength; i++) { bytes += 3L * text[(start + count) * text.CellLength + i].Length; }
            }
            count++;
        }
        return count;
    }

    private static void CheckTexts(Table table)
    {
        foreach (var column in table.Columns.Where(column => column.ElementType == typeof(string)))
        {
            var texts = (Tensor<string>)column.AllCells;
            for (var i = 0; i < texts.Length; i++)
            {
                try { _ = Utf8.GetByteCount(texts[i]); }
                catch (EncoderFallbackException e)
                {
                    throw new EmergentException($"Row {i / texts.CellLength}, column '{column.Name}' of table '{table.Name}' is no valid text (half of a pair of UTF-16). Change it before saving.", e);
                }
            }
        }
    }

    private static int Padded(int length) => (length + ArrowFormat.Alignment - 1) / ArrowFormat.Alignment * ArrowFormat.Alignment;
}
