using System.Globalization;
using System.Text;

namespace Emergent.Data;

/// <summary>The element types that tensors can have.</summary>
internal static class Elements
{
    /// <summary>The supported types, as an error message lists them.</summary>
    public const string Names = "float, double, int, string, bool";

    /// <summary>The element type's rules.</summary>
    /// <exception cref="EmergentException">There are no tensors of this type.</exception>
    public static Element<T> Of<T>() => Cache<T>.Rules ?? throw Unsupported(typeof(T));

    public static EmergentException Unsupported(Type type) =>
        new($"A tensor cannot have elements of type {NameOf(type)}. Choose one of: {Names}.");

    /// <summary>The type's name as C# writes it.</summary>
    public static string NameOf(Type type) =>
        type == typeof(float) ? "float" : type == typeof(double) ? "double" : type == typeof(int) ? "int"
        : type == typeof(string) ? "string" : type == typeof(bool) ? "bool" : type.Name;

    private static class Cache<T>
    {
        public static readonly Element<T>? Rules =
            (typeof(T) == typeof(float) ? new FloatElement() : typeof(T) == typeof(double) ? new DoubleElement()
            : typeof(T) == typeof(int) ? new IntElement() : typeof(T) == typeof(string) ? new StringElement()
            : typeof(T) == typeof(bool) ? new BoolElement() : (object?)null) as Element<T>;
    }

    private sealed class FloatElement : Element<float>
    {
        public override char Code => '%';
        public override string Rule => "a number";
        public override float Initial => 0f;
        public override float Null => float.NaN;
        public override bool IsNull(float value) => float.IsNaN(value);
        public override double ToDouble(float value) => value;
        public override string ToText(float value, int digits) => digits > 0 ? GoFormat.Significant(value, digits) : GoFormat.Shortest(value);

        public override void Append(StringBuilder line, float value, int digits, char delimiter)
        {
            if (digits > 0)
            {
                line.Append(ToText(value, digits));
                return;
            }
            Span<char> text = stackalloc char[GoFormat.ShortestLength];
            line.Append(text[..GoFormat.Shortest(value, text)]);
        }

        public override bool TryParse(ReadOnlySpan<char> text, out float result) =>
            float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out result) && float.IsFinite(result);

        public override bool TryFromDouble(double value, out float result)
        {
            result = (float)value;
            return float.IsFinite(result) || !double.IsFinite(value);
        }
    }

    private sealed class DoubleElement : Element<double>
    {
        public override char Code => '#';
        public override string Rule => "a number";
        public override double Initial => 0;
        public override double Null => double.NaN;
        public override bool IsNull(double value) => double.IsNaN(value);
        public override double ToDouble(double value) => value;
        public override string ToText(double value, int digits) => digits > 0 ? GoFormat.Significant(value, digits) : GoFormat.Shortest(value);

        public override void Append(StringBuilder line, double value, int digits, char delimiter)
        {
            if (digits > 0)
            {
                line.Append(ToText(value, digits));
                return;
            }
            Span<char> text = stackalloc char[GoFormat.ShortestLength];
            line.Append(text[..GoFormat.Shortest(value, text)]);
        }

        public override bool TryParse(ReadOnlySpan<char> text, out double result) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out result) && double.IsFinite(result);

        public override bool TryFromDouble(double value, out double result)
        {
            result = value;
            return true;
        }
    }

    private sealed class IntElement : Element<int>
    {
        public override char Code => '|';
        public override string Rule => $"a whole number from {int.MinValue} to {int.MaxValue}";
        public override int Initial => 0;
        public override double ToDouble(int value) => value;
        public override string ToText(int value, int digits) => value.ToString(CultureInfo.InvariantCulture);

        public override void Append(StringBuilder line, int value, int digits, char delimiter)
        {
            Span<char> text = stackalloc char[11];   // an interpolated string would box the number while it is compiled quickly
            value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            line.Append(text[..length]);
        }

        public override bool TryParse(ReadOnlySpan<char> text, out int result) =>
            int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out result);

        public override bool TryFromDouble(double value, out int result)
        {
            result = (int)value;
            return result == value;
        }
    }

    private sealed class StringElement : Element<string>
    {
        public override char Code => '$';
        public override string Rule => "text";
        public override string Initial => "";
        public override bool IsNullText(ReadOnlySpan<char> text) => false;
        public override string ToText(string value, int digits) => value;

        public override double ToDouble(string value) =>
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

        public override bool TryFromDouble(double value, out string result)
        {
            result = GoFormat.Shortest(value);
            return true;
        }

        public override bool TryParse(ReadOnlySpan<char> text, out string result)
        {
            result = text.ToString();
            return true;
        }

        // A number in a column of text is a slip more often than a wish, so only text is taken.
        public override bool TryConvert(object value, out string result)
        {
            result = value as string ?? "";
            return value is string;
        }
    }

    private sealed class BoolElement : Element<bool>
    {
        public override char Code => '^';
        public override string Rule => "true, false, 1 or 0";
        public override bool Initial => false;
        public override double ToDouble(bool value) => value ? 1 : 0;
        public override string ToText(bool value, int digits) => value ? "true" : "false";

        public override bool TryFromDouble(double value, out bool result)
        {
            result = value == 1;
            return value is 0 or 1;
        }

        public override bool TryParse(ReadOnlySpan<char> text, out bool result)
        {
            text = text.Trim();
            result = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
            return result || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
        }
    }
}
