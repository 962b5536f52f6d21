using System.Globalization;

namespace Emergent.Data;

/// <summary>Numbers as text exactly as Go's <c>strconv.FormatFloat(value, 'g', …)</c> writes them, so that files are the same byte for byte.</summary>
public static class GoFormat
{
    /// <summary>The shortest text that reads back as the same <c>float</c>.</summary>
    public static string Shortest(float value) => Special(value) ?? Layout(value.ToString("R", CultureInfo.InvariantCulture), 6);

    /// <summary>The shortest text that reads back as the same <c>double</c>.</summary>
    public static string Shortest(double value) => Special(value) ?? Layout(value.ToString("R", CultureInfo.InvariantCulture), 6);

    /// <summary>The text with at most <paramref name="digits"/> significant digits, trailing zeros dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one digit is asked for.</exception>
    public static string Significant(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        return Special(value) ?? Layout(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), digits);
    }

    private static string? Special(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : null;

    /// <summary>The same digits laid out Go's way: with an exponent when it is below −4 or not below <paramref name="exponentLimit"/>.</summary>
    private static string Layout(string text, int exponentLimit)
    {
        var sign = text[0] == '-' ? "-" : "";
        var e = text.IndexOf('E');
        var mantissa = (e < 0 ? text : text[..e])[sign.Length..];
        var point = mantissa.IndexOf('.');
        var before = point < 0 ? mantissa.Length : point;
        var all = point < 0 ? mantissa : mantissa.Remove(point, 1);
        var digits = all.TrimStart('0');
        if (digits.Length == 0) { return sign + "0"; }

        var exponent = (e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            + before - (all.Length - digits.Length) - 1;
        digits = digits.TrimEnd('0');
        if (exponent < -4 || exponent >= exponentLimit)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }
        if (exponent < 0) { return $"{sign}0.{new string('0', -exponent - 1)}{digits}"; }
        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }
}
