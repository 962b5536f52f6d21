using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of <c>float</c>.</summary>
internal sealed class FloatElement : Element<float>
{
    public override string Name => "float";
    public override IReadOnlyList<string> OtherNames => ["float32", "f4"];
    public override char Code => '%';
    public override char Kind => 'f';
    public override int Size => sizeof(float);
    public override string Rule => "a number";
    public override float Initial => 0f;
    public override float Null => float.NaN;
    public override bool IsNull(float value) => float.IsNaN(value);
    public override double ToDouble(float value) => value;
    public override string ToText(float value, int digits) => digits > 0 ? GoFormat.Significant(value, digits) : GoFormat.Shortest(value);
    public override Span<byte> AsBytes(Span<float> values) => MemoryMarshal.AsBytes(values);

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
