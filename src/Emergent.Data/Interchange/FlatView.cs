using System.Buffers.Binary;
using System.Text;

namespace Emergent.Data;

/// <summary>A table of a FlatBuffer that is read, which may be damaged: no offset is followed out of it.</summary>
internal readonly struct FlatView
{
    private readonly byte[] _bytes;
    private readonly int _start, _fields, _fieldsLength;

    private FlatView(byte[] bytes, int start)
    {
        (_bytes, _start) = (bytes, start);
        var fields = start - (long)BinaryPrimitives.ReadInt32LittleEndian(At(bytes, start, 4));
        _fieldsLength = BinaryPrimitives.ReadUInt16LittleEndian(At(bytes, fields, 2));
        _fields = (int)fields;
        At(bytes, fields, _fieldsLength);
    }

    /// <summary>The root table of a FlatBuffer.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static FlatView Root(byte[] bytes) => new(bytes, Target(bytes, 0));

    public byte Byte(int field) => Place(field) is var place and > 0 ? At(_bytes, place, 1)[0] : (byte)0;

    public short Short(int field) => Place(field) is var place and > 0 ? BinaryPrimitives.ReadInt16LittleEndian(At(_bytes, place, 2)) : (short)0;

    public int Int(int field) => Place(field) is var place and > 0 ? BinaryPrimitives.ReadInt32LittleEndian(At(_bytes, place, 4)) : 0;

    public long Long(int field) => Place(field) is var place and > 0 ? BinaryPrimitives.ReadInt64LittleEndian(At(_bytes, place, 8)) : 0;

    public bool Has(int field) => Place(field) > 0;

    public FlatView Table(int field) => Place(field) is var place and > 0 ? new(_bytes, Target(_bytes, place)) : throw Damaged();

    public string Text(int field)
    {
        if (Place(field) is not (var place and > 0)) { return ""; }
        var (start, count) = List(place, 1);
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(At(_bytes, start, count)); }
        catch (DecoderFallbackException) { throw Damaged(); }
    }

    public List<FlatView> Tables(int field)
    {
        var result = new List<FlatView>();
        if (Place(field) is not (var place and > 0)) { return result; }
        var (start, count) = List(place, 4);
        for (var i = 0; i < count; i++) { result.Add(new(_bytes, Target(_bytes, start + 4 * i))); }
        return result;
    }

    public List<(long First, long Second)> Pairs(int field)
    {
        var result = new List<(long, long)>();
        if (Place(field) is not (var place and > 0)) { return result; }
        var (start, count) = List(place, 16);
        for (var i = 0; i < count; i++)
        {
            var pair = At(_bytes, start + 16 * i, 16);
            result.Add((BinaryPrimitives.ReadInt64LittleEndian(pair), BinaryPrimitives.ReadInt64LittleEndian(pair[8..])));
        }
        return result;
    }

    private int Place(int field)
    {
        var entry = 4 + 2 * field;
        var place = entry + 2 <= _fieldsLength ? BinaryPrimitives.ReadUInt16LittleEndian(At(_bytes, _fields + entry, 2)) : 0;
        return place == 0 ? 0 : _start + place;
    }

    private (int Start, int Count) List(int place, int size)
    {
        var start = Target(_bytes, place);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(At(_bytes, start, 4));
        At(_bytes, start + 4L, count * (long)size);
        return (start + 4, (int)count);
    }

    private static int Target(byte[] bytes, int place)
    {
        var target = place + (long)BinaryPrimitives.ReadUInt32LittleEndian(At(bytes, place, 4));
        At(bytes, target, 4);
        return (int)target;
    }

    private static ReadOnlySpan<byte> At(byte[] bytes, long start, long count) =>
        start >= 0 && count >= 0 && start <= bytes.Length - count ? bytes.AsSpan((int)start, (int)count) : throw Damaged();

    private static InvalidDataException Damaged() => new("is damaged: its Arrow metadata points outside itself.");
}
