using System.Buffers.Binary;
using System.Text;

namespace Emergent.Data;

/// <summary>A table of a FlatBuffer that is to be written: fields by number, each a number, a text, another table or a list of them.</summary>
/// <remarks>Parents are written before their children, so that every offset points forward, as the format wants. Source: FlatBuffers, “Internals”.</remarks>
internal sealed class FlatTable
{
    private readonly SortedDictionary<int, (int Size, long Value, object? Child)> _fields = [];

    public FlatTable Add(int field, bool value) => Add(field, 1, value ? 1 : 0);

    public FlatTable Add(int field, byte value) => Add(field, 1, value);

    public FlatTable Add(int field, short value) => Add(field, 2, value);

    public FlatTable Add(int field, int value) => Add(field, 4, value);

    public FlatTable Add(int field, long value) => Add(field, 8, value);

    public FlatTable Add(int field, string text) => Add(field, 4, 0, text);

    public FlatTable Add(int field, FlatTable table) => Add(field, 4, 0, table);

    public FlatTable Add(int field, IReadOnlyList<FlatTable> tables) => Add(field, 4, 0, tables);

    public FlatTable Add(int field, IReadOnlyList<(long First, long Second)> pairs) => Add(field, 4, 0, pairs);

    /// <summary>The FlatBuffer whose root this table is.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(new byte[4]);
        Patch(bytes, 0, WriteTable(bytes, this));
        return [.. bytes];
    }

    private FlatTable Add(int field, int size, long value, object? child = null)
    {
        _fields.Add(field, (size, value, child));
        return this;
    }

    private static int WriteTable(List<byte> bytes, FlatTable table)
    {
        // Where the fields lie: the table begins at a multiple of 8 with the distance to its list of fields.
        var (places, end) = (new SortedDictionary<int, int>(), 4);
        foreach (var (field, (size, _, _)) in table._fields)
        {
            places[field] = (end + size - 1) / size * size;
            end = places[field] + size;
        }
        var fieldsLength = 4 + 2 * (table._fields.Count == 0 ? 0 : table._fields.Keys.Max() + 1);
        Align(bytes, 8, after: fieldsLength);
        Number(bytes, fieldsLength, 2);
        Number(bytes, end, 2);
        for (var field = 0; field < (fieldsLength - 4) / 2; field++) { Number(bytes, places.GetValueOrDefault(field), 2); }

        var start = bytes.Count;
        Number(bytes, fieldsLength, 4);
        foreach (var (field, (size, value, _)) in table._fields)
        {
            Number(bytes, 0, start + places[field] - bytes.Count);
            Number(bytes, value, size);
        }
        foreach (var (field, (_, _, child)) in table._fields)
        {
            if (child is not null) { Patch(bytes, start + places[field], WriteChild(bytes, child)); }
        }
        return start;
    }

    private static int WriteChild(List<byte> bytes, object child)
    {
        switch (child)
        {
            case FlatTable table: return WriteTable(bytes, table);
            case string text:
                var characters = Encoding.UTF8.GetBytes(text);
                var start = WriteCount(bytes, characters.Length, 4);
                bytes.AddRange(characters);
                bytes.Add(0);
                return start;
            case IReadOnlyList<(long First, long Second)> pairs:
                start = WriteCount(bytes, pairs.Count, 8);
                foreach (var (first, second) in pairs)
                {
                    Number(bytes, first, 8);
                    Number(bytes, second, 8);
                }
                return start;
            default:
                var tables = (IReadOnlyList<FlatTable>)child;
                start = WriteCount(bytes, tables.Count, 4);
                Number(bytes, 0, 4 * tables.Count);
                for (var i = 0; i < tables.Count; i++) { Patch(bytes, start + 4 + 4 * i, WriteTable(bytes, tables[i])); }
                return start;
        }
    }

    private static int WriteCount(List<byte> bytes, int count, int alignment)
    {
        Align(bytes, alignment, after: 4);
        Number(bytes, count, 4);
        return bytes.Count - 4;
    }

    private static void Align(List<byte> bytes, int alignment, int after)
    {
        while ((bytes.Count + after) % alignment != 0) { bytes.Add(0); }
    }

    private static void Number(List<byte> bytes, long value, int size)
    {
        for (var i = 0; i < size; i++) { bytes.Add(i < 8 ? (byte)(value >> (8 * i)) : (byte)0); }
    }

    private static void Patch(List<byte> bytes, int at, int target) =>
        BinaryPrimitives.WriteInt32LittleEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[at..], target - at);
}
