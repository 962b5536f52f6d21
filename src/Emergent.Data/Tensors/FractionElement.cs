using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of a type of fractions.</summary>
internal abstract class FractionElement<T> : Element<T> where T : struct, IBinaryFloatingPointIeee754<T>
{
    public override char Kind => 'f';
    public override int Size => Unsafe.SizeOf<T>();
    public override string Rule => "a number";
    public override T Initial => T.Zero;
    public override T Null => T.NaN;
    public override bool IsNull(T value) => T.IsNaN(value);
    public override double ToDouble(T value) => double.CreateTruncating(value);
    public override Span<byte> AsBytes(Span<T> values) => MemoryMarshal.AsBytes(values);

    /// <summary>The shortest text that reads back as the value, and how long it is.</summary>
    protected abstract int Shortest(T value, Span<char> text);

    public override void Append(StringBuilder line, T value, int digits, char delimiter)
    {
        if (digits > 0)
        {
            line.Append(ToText(value, digits));
            return;
        }
        Span<char> text = stackalloc char[GoFormat.ShortestLength];
        line.Append(text[..Shortest(value, text)]);
    }

    public override bool TryParse(ReadOnlySpan<char> text, out T result) => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out result) && T.IsFinite(result);

    public override bool TryFromDouble(double value, out T result)
    {
        result = T.CreateTruncating(value);
        return T.IsFinite(result) || !double.IsFinite(value);
    }
}
