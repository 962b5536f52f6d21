using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Reads numbers from UTF-8, with a fast way for those of few digits, whose value is exact without further thought.</summary>
/// <remarks>
/// A decimal of at most 15 digits is a whole number below 2⁵³ times or divided by a power of ten up to 10²², both of which a double holds exactly: so one division or
/// multiplication rounds correctly. Source: Clinger (1990), How to read floating point numbers accurately.
/// </remarks>
internal static class NumberText
{
    private const int MostDigits = 15, MostExponent = 22;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>The whole text as a finite number, the nearest that there is; says when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value) =>
        TryParseShort(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>The whole text as a finite number, the nearest that there is; says when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        // Rounding twice goes wrong only where the double lies just in the middle between two floats, or where floats lose digits near 0.
        if (TryParseShort(text, out var wide) && (BitConverter.DoubleToInt64Bits(wide) & 0x1FFFFFFF) != 0x10000000 && (wide == 0 || Math.Abs(wide) > 1e-37))
        {
            value = (float)wide;
            return float.IsFinite(value);
        }
        return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);
    }

    /// <summary>The whole text as a whole number; says when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int value)
    {
        // The usual case, where nothing can overflow.
        if (text.Length is > 0 and <= 9)
        {
            var isNegative = text[0] == '-';
            var number = 0;
            var i = isNegative ? 1 : 0;
            for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++) { number = 10 * number + (text[i] - '0'); }
            if (i == text.Length && (text.Length > 1 || !isNegative))
            {
                value = isNegative ? -number : number;
                return true;
            }
        }
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        var i = 0;
        var isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative) { i++; }
        long number = 0;
        int digits = 0, point = -1, exponent = 0;
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                number = 10 * number + digit;
                digits++;
            }
            else if (text[i] == '.' && point < 0) { point = digits; }
            else { break; }
        }
        if (i < text.Length && text[i] is (byte)'e' or (byte)'E')
        {
            if (!Utf8Parser.TryParse(text[(i + 1)..], out exponent, out var length) || i + 1 + length != text.Length)
            {
                value = 0;
                return false;
            }
            i = text.Length;
        }
        if (point >= 0) { exponent -= digits - point; }
        value = 0;
        if (i != text.Length || digits is 0 or > MostDigits || exponent is < -MostExponent or > MostExponent) { return false; }
        value = exponent < 0 ? number / PowersOfTen[-exponent] : number * PowersOfTen[exponent];
        if (isNegative) { value = -value; }
        return true;
    }
}
