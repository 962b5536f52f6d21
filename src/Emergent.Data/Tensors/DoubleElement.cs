using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of <c>double</c>.</summary>
internal sealed class DoubleElement : Element<double>
{
    public override string Name => "double";
    public override IReadOnlyList<string> OtherNames => ["float64", "f8"];
    public override char Code => '#';
    public override char Kind => 'f';
    public override int Size => sizeof(double);
    public override string Rule => "a number";
    public override double Initial => 0;
    public override double Null => double.NaN;
    public override bool IsNull(double value) => double.IsNaN(value);
    public override double ToDouble(double value) => value;
    public override string ToText(double value, int digits) => digits > 0 ? GoFormat.Significant(value, digits) : GoFormat.Shortest(value);
    public override Span<byte> AsBytes(Span<double> values) => MemoryMarshal.AsBytes(values);

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
