using System.Globalization;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of <c>string</c>.</summary>
internal sealed class StringElement : Element<string>
{
    public override string Name => "string";
    public override IReadOnlyList<string> OtherNames => ["str", "U"];
    public override char Code => '$';
    public override char Kind => 'U';
    public override int Size => 0;
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
