using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Emergent.Data;

/// <summary>The beginning of a .npy file: version, element type, order in memory and shape, the latter three as the text of a Python dictionary.</summary>
/// <remarks>Source: numpy.lib.format, versions 1.0, 2.0 and 3.0.</remarks>
internal sealed record NpyHeader(NpyType Type, StorageOrder Order, Shape Shape)
{
    private const int Alignment = 64, LongestHeader = 1 << 20;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <exception cref="InvalidDataException">The stream does not begin with the header of an array that can be a tensor.</exception>
    public static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        BinaryContent.Fill(stream, start, "the beginning of a .npy file");
        if (!start[..6].SequenceEqual(Magic)) { throw new InvalidDataException("is no .npy file: it does not begin with \\x93NUMPY."); }
        if (start[6] is < 1 or > 3) { throw new InvalidDataException($"is of .npy version {start[6]}.{start[7]}; versions 1.0, 2.0 and 3.0 can be read."); }
        Span<byte> size = stackalloc byte[start[6] == 1 ? 2 : 4];
        BinaryContent.Fill(stream, size, "the length of the .npy header");
        var length = size.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > LongestHeader) { throw new InvalidDataException($"is damaged: its .npy header says to be {length:N0} bytes long; headers have at most {LongestHeader:N0}."); }
        var text = (start[6] == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(BinaryContent.Take(stream, length, "the .npy header"));
        return new PythonDictionary(text).ToHeader();
    }

    public void Write(Stream stream)
    {
        var shape = string.Concat(Shape.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size}, ")));
        shape = Shape.Rank == 1 ? shape.TrimEnd() : shape.TrimEnd(',', ' ');
        var text = $"{{'descr': '{Type}', 'fortran_order': {(Order == StorageOrder.ColumnMajor ? "True" : "False")}, 'shape': ({shape}), }}";
        var lengthBytes = text.Length + Alignment < ushort.MaxValue ? 2 : 4;
        var before = Magic.Length + 2 + lengthBytes;
        var length = (before + text.Length + 1 + Alignment - 1) / Alignment * Alignment - before;
        var bytes = new byte[before + length];
        Magic.CopyTo(bytes);
        bytes[6] = (byte)(lengthBytes == 2 ? 1 : 2);
        if (lengthBytes == 2) { BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)length); }
        else { BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), length); }
        Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n", bytes.AsSpan(before));
        stream.Write(bytes);
    }

    /// <summary>Reads the few Python literals that a header has.</summary>
    private sealed class PythonDictionary(string text)
    {
        private int _at;

        public NpyHeader ToHeader()
        {
            NpyType? type = null;
            StorageOrder? order = null;
            Shape? shape = null;
            Expect('{');
            while (!Next('}'))
            {
                var key = Quoted();
                Expect(':');
                switch (key)
                {
                    case "descr":
                        if (Peek() is '[' or '(') { throw new InvalidDataException("holds records with named fields, which a tensor cannot. Save each field as an array of its own."); }
                        type = NpyType.Parse(Quoted());
                        break;
                    case "fortran_order": order = Word() switch { "True" => StorageOrder.ColumnMajor, "False" => StorageOrder.RowMajor, _ => throw Damaged("fortran_order is neither True nor False") }; break;
                    case "shape": shape = Sizes(); break;
                    default: throw Damaged($"it has the key '{key}'");
                }
                if (!Next(',') && Peek() != '}') { throw Damaged("a comma is missing"); }
            }
            if (Peek() != '\0') { throw Damaged("something follows the dictionary"); }
            return type is null || order is null || shape is null ? throw Damaged("it must have descr, fortran_order and shape") : new(type, order.Value, shape);
        }

        private Shape Sizes()
        {
            var sizes = new List<int>();
            Expect('(');
            while (!Next(')'))
            {
                var word = Word();
                if (!int.TryParse(word.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                {
                    throw Damaged($"'{word}' is no size of a dimension, which is a whole number from 0 to {int.MaxValue}");
                }
                sizes.Add(size);
                if (!Next(',') && Peek() != ')') { throw Damaged("a comma is missing in the shape"); }
            }
            try { return Shape.Create([.. sizes]); }
            catch (ArgumentException e) { throw new InvalidDataException($"is too large or damaged: {e.Message}", e); }
        }

        private string Quoted()
        {
            var quote = Peek();
            var end = quote is '\'' or '"' ? text.IndexOf(quote, _at + 1) : -1;
            if (end < 0) { throw Damaged("a text in quotes is missing"); }
            var result = text[(_at + 1)..end];
            _at = end + 1;
            return result;
        }

        private string Word()
        {
            Peek();
            var start = _at;
            while (_at < text.Length && char.IsAsciiLetterOrDigit(text[_at])) { _at++; }
            return text[start.._at];
        }

        private char Peek()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) { _at++; }
            return _at < text.Length ? text[_at] : '\0';
        }

        private bool Next(char expected)
        {
            var isThere = Peek() == expected;
            if (isThere) { _at++; }
            return isThere;
        }

        private void Expect(char expected)
        {
            if (!Next(expected)) { throw Damaged($"'{expected}' is missing"); }
        }

        private InvalidDataException Damaged(string what) => new($"is damaged: in its .npy header '{(text.Length > 200 ? text[..200] + "…" : text).Trim()}', {what}.");
    }
}
