using System.Buffers;
using System.Text;

namespace Emergent.Data;

/// <summary>Reads and writes the elements of an array in a .npy file.</summary>
internal static class NpyContent
{
    private const int Piece = 1 << 16, PieceBytes = 1 << 22;   // elements, and bytes, that are read or written at once

    /// <exception cref="EmergentException">The tensor has something that the format has no room for.</exception>
    public static void Write(Stream stream, Tensor tensor, string what)
    {
        if (!tensor.IsContiguous && !tensor.IsColumnMajor) { tensor = tensor.ToContiguous(); }
        var isText = tensor.Element.Kind == 'U';
        var longest = isText ? Longest(tensor, what) : 0;
        var order = tensor.IsContiguous ? StorageOrder.RowMajor : StorageOrder.ColumnMajor;
        new NpyHeader(NpyType.Of(tensor.Element, longest), order, tensor.Shape).Write(stream);
        if (isText)
        {
            WriteTexts(stream, order == StorageOrder.RowMajor ? tensor : tensor.Transpose(), Math.Max(longest, 1));
            return;
        }
        for (var i = 0; i < tensor.Length; i += Piece) { stream.Write(tensor.BytesOf(i, Math.Min(Piece, tensor.Length - i))); }
    }

    /// <exception cref="InvalidDataException">The stream has no array that can be a tensor.</exception>
    public static Tensor Read(Stream stream)
    {
        var header = NpyHeader.Read(stream);
        var (type, length) = (header.Type, header.Shape.Length);
        var what = $"the array {type.Element.Name}{header.Shape}";
        var piece = Math.Clamp(PieceBytes / type.Size, 1, Piece);
        BinaryContent.RequireRemaining(stream, (long)length * type.Size, what);

        // Where the stream does not say how long it is, memory is asked for as the bytes come.
        var pieces = new List<byte[]>();
        if (!stream.CanSeek)
        {
            for (long left = (long)length * type.Size; left > 0; left -= pieces[^1].Length) { pieces.Add(BinaryContent.Take(stream, Math.Min(left, (long)piece * type.Size), what)); }
        }
        var tensor = Tensor.Create(type.Element.Type, header.Shape, header.Order);
        var values = new byte[Math.Min(piece, length) * type.Size];
        for (var i = 0; i < length; i += piece)
        {
            var count = Math.Min(piece, length - i);
            var bytes = stream.CanSeek ? values.AsSpan(0, count * type.Size) : pieces[i / piece];
            if (stream.CanSeek) { BinaryContent.Fill(stream, bytes, what); }
            Set(tensor, header, i, bytes);
        }
        return tensor;
    }

    private static void Set(Tensor tensor, NpyHeader header, int start, Span<byte> bytes)
    {
        var type = header.Type;
        if (type.IsSwapped) { Swap(bytes, type.Kind == 'U' ? 4 : type.Kind == 'S' ? 1 : type.Size); }
        if (type.Element.Kind == 'U')
        {
            var target = (Tensor<string>)(header.Order == StorageOrder.RowMajor ? tensor : tensor.Transpose());
            for (var i = 0; i < bytes.Length / type.Size; i++) { target[start + i] = Text(bytes.Slice(i * type.Size, type.Size), type.Kind); }
            return;
        }
        var raw = tensor.BytesOf(start, bytes.Length / type.Size);
        if (type.Kind == 'b') { for (var i = 0; i < bytes.Length; i++) { raw[i] = bytes[i] == 0 ? (byte)0 : (byte)1; } }
        else if (type.Size == raw.Length / (bytes.Length / type.Size)) { bytes.CopyTo(raw); }
        else { for (var i = 0; i < bytes.Length / 2; i++) { BitConverter.TryWriteBytes(raw[(4 * i)..], (float)BitConverter.ToHalf(bytes[(2 * i)..])); } }
    }

    private static void Swap(Span<byte> bytes, int size)
    {
        for (var i = 0; size > 1 && i < bytes.Length; i += size) { bytes.Slice(i, size).Reverse(); }
    }

    private static string Text(ReadOnlySpan<byte> bytes, char kind)
    {
        if (kind == 'S') { return Encoding.Latin1.GetString(bytes.TrimEnd((byte)0)); }
        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 4)
        {
            var code = BitConverter.ToUInt32(bytes[i..]);
            if (!Rune.IsValid(code)) { throw new InvalidDataException($"is damaged: 0x{code:X} in one of its texts is no character."); }
            text.Append(new Rune(code));   // zeros at the end are filling, and cut off below
        }
        return text.ToString().TrimEnd('\0');
    }

    private static int Longest(Tensor tensor, string what)
    {
        var longest = 0;
        for (var i = 0; i < tensor.Length; i++)
        {
            var (text, length) = (tensor.GetText(i), 0);
            for (var at = 0; at < text.Length; length++)
            {
                if (Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var used) != OperationStatus.Done) { throw Refused("is no valid text (half of a pair of UTF-16)"); }
                at += used;
            }
            if (length > NpyType.LongestText) { throw Refused($"has {length:N0} characters, more than {NpyType.LongestText:N0}; all texts of an array take the room of the longest"); }
            if (text.EndsWith('\0')) { throw Refused("ends with a zero character, which numpy cuts off"); }
            longest = Math.Max(longest, length);

            EmergentException Refused(string why) => new($"Text [{string.Join(", ", tensor.Shape.Index(i))}] of {what} {why}. Change it before saving.");
        }
        return longest;
    }

    private static void WriteTexts(Stream stream, Tensor tensor, int longest)
    {
        var bytes = new byte[4 * longest];
        for (var i = 0; i < tensor.Length; i++)
        {
            Array.Clear(bytes);
            var at = 0;
            foreach (var rune in tensor.GetText(i).EnumerateRunes())
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(at), rune.Value);
                at += 4;
            }
            stream.Write(bytes);
        }
    }
}
