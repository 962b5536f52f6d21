using System.Globalization;

namespace Emergent.Data;

/// <summary>An element type as numpy writes it: byte order, kind and size, <c>&lt;f4</c>.</summary>
/// <param name="Element">What its values become.</param>
/// <param name="Kind">b bool, i and u whole numbers, f fractions, U text in UTF-32, S text in bytes.</param>
/// <param name="Size">The size of a value in bytes.</param>
/// <param name="IsSwapped">Whether its bytes are in another order than this machine's.</param>
internal sealed record NpyType(Element Element, char Kind, int Size, bool IsSwapped)
{
    /// <summary>The most characters that a text may have, all of which take as much room as the longest.</summary>
    public const int LongestText = 1 << 24;

    /// <summary>The type in which a tensor is written.</summary>
    /// <param name="element">The tensor's element type.</param>
    /// <param name="textLength">For texts, how many characters the longest has.</param>
    public static NpyType Of(Element element, int textLength) => new(element, element.Kind, element.Kind == 'U' ? 4 * Math.Max(textLength, 1) : element.Size, false);

    /// <exception cref="InvalidDataException">There is no tensor of the type.</exception>
    public static NpyType Parse(string text)
    {
        if (text.Length >= 2 && int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && text[0] is '<' or '>' or '=' or '|')
        {
            var (kind, isSwapped) = (text[1], text[0] == (BitConverter.IsLittleEndian ? '>' : '<'));
            if (kind is 'U' or 'S' && size is > 0 and <= LongestText) { return new(Elements.Of<string>(), kind, kind == 'U' ? 4 * size : size, isSwapped); }
            if (kind == 'f' && size == 2) { return new(Elements.Of<float>(), kind, size, isSwapped); }
            if (Elements.All.FirstOrDefault(element => element.Kind == kind && element.Size == size && kind != 'U') is { } element) { return new(element, kind, size, isSwapped); }
        }
        throw new InvalidDataException($"has elements of the numpy type '{text}', of which there are no tensors. Types that can be read: bool, int8 to int64, uint8 to uint64, float16, float32, float64 and "
            + $"text ('U', 'S'). {(text.Contains('O', StringComparison.Ordinal) ? "This one is Python objects, which only Python can read. " : "")}Convert it in Python: array.astype('float64').");
    }

    public override string ToString()
    {
        var order = Size == 1 && Kind != 'U' ? '|' : BitConverter.IsLittleEndian ? '<' : '>';
        return string.Create(CultureInfo.InvariantCulture, $"{order}{Kind}{(Kind == 'U' ? Size / 4 : Size)}");
    }
}
