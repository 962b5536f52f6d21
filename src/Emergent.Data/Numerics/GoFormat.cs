using System.Globalization;
using System.Numerics;

namespace Emergent.Data;

/// <summary>Numbers as text exactly as Go's <c>strconv.FormatFloat(value, 'g', …)</c> writes them, so that files are the same byte for byte.</summary>
public static class GoFormat
{
    /// <summary>The most characters that the shortest text of a number takes.</summary>
    internal const int ShortestLength = 40;   // .NET writes 24 for a double at most

    private const int MostAdded = 8;   // characters, where .NET writes 1E-04 and Go 0.0001, or .NET 1E5 and Go 1e+05

    /// <summary>The shortest text that reads back as the same <c>float</c>.</summary>
    public static string Shortest(float value)
    {
        Span<char> text = stackalloc char[ShortestLength];
        return new(text[..Shortest(value, text)]);
    }

    /// <summary>The shortest text that reads back as the same <c>double</c>.</summary>
    public static string Shortest(double value)
    {
        Span<char> text = stackalloc char[ShortestLength];
        return new(text[..Shortest(value, text)]);
    }

    /// <summary>The text with at most <paramref name="digits"/> significant digits, trailing zeros dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one digit is asked for.</exception>
    public static string Significant(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        if (!double.IsFinite(value)) { return Special(value); }
        var text = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        var target = new char[text.Length + MostAdded];
        return new(target.AsSpan(0, Layout(text, digits, target)));
    }

    /// <summary>Writes the shortest text that reads back as the same <c>float</c>, and says how long it is.</summary>
    internal static int Shortest(float value, Span<char> target) => Shortest(value, float.IsFinite(value), target);

    /// <summary>Writes the shortest text that reads back as the same <c>double</c>, and says how long it is.</summary>
    internal static int Shortest(double value, Span<char> target) => Shortest(value, double.IsFinite(value), target);

    private static int Shortest<T>(T value, bool isFinite, Span<char> target) where T : INumber<T>
    {
        if (!isFinite)
        {
            var name = Special(double.CreateChecked(value));
            name.CopyTo(target);
            return name.Length;
        }
        Span<char> text = stackalloc char[ShortestLength - MostAdded];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        return Layout(text[..length], 6, target);
    }

    private static string Special(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";

    /// <summary>The same digits laid out Go's way: with an exponent when it is below −4 or not below <paramref name="exponentLimit"/>.</summary>
    private static int Layout(ReadOnlySpan<char> text, int exponentLimit, Span<char> target)
    {
        var isNegative = text[0] == '-';
        var e = text.IndexOf('E');
        var mantissa = (e < 0 ? text : text[..e])[(isNegative ? 1 : 0)..];
        var point = mantissa.IndexOf('.');
        var before = point < 0 ? mantissa.Length : point;
        var all = mantissa.Length <= ShortestLength ? stackalloc char[mantissa.Length] : new char[mantissa.Length];
        mantissa[..before].CopyTo(all);
        if (point >= 0)
        {
            mantissa[(point + 1)..].CopyTo(all[point..]);
            all = all[..^1];
        }
        var digits = all.TrimStart('0');
        var result = new SpanWriter(target);
        if (isNegative) { result.Add('-'); }
        if (digits.Length == 0)
        {
            result.Add('0');
            return result.Length;
        }

        var exponent = (e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            + before - (all.Length - digits.Length) - 1;
        digits = digits.TrimEnd('0');
        if (exponent < -4 || exponent >= exponentLimit)
        {
            result.Add(digits[..1]);
            if (digits.Length > 1)
            {
                result.Add('.');
                result.Add(digits[1..]);
            }
            result.Add('e');
            result.Add(exponent < 0 ? '-' : '+');
            result.Add(Math.Abs(exponent), "00");
            return result.Length;
        }
        if (exponent < 0)
        {
            result.Add("0.");
            result.Add('0', -exponent - 1);
            result.Add(digits);
            return result.Length;
        }
        var whole = Math.Min(exponent + 1, digits.Length);
        result.Add(digits[..whole]);
        result.Add('0', exponent + 1 - whole);
        if (digits.Length > whole)
        {
            result.Add('.');
            result.Add(digits[whole..]);
        }
        return result.Length;
    }

    /// <summary>Writes into characters, one piece after the other.</summary>
    private ref struct SpanWriter(Span<char> target)
    {
        private readonly Span<char> _target = target;

        public int Length { get; private set; }

        public void Add(char character) => _target[Length++] = character;

        public void Add(char character, int count)
        {
            _target.Slice(Length, count).Fill(character);
            Length += count;
        }

        public void Add(scoped ReadOnlySpan<char> text)
        {
            text.CopyTo(_target[Length..]);
            Length += text.Length;
        }

        public void Add(int number, scoped ReadOnlySpan<char> format)
        {
            number.TryFormat(_target[Length..], out var written, format, CultureInfo.InvariantCulture);
            Length += written;
        }
    }
}
