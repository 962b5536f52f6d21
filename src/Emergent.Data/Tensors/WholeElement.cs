using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of a type of whole numbers.</summary>
internal sealed class WholeElement<T>(string name, params string[] otherNames) : Element<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int MostCharacters = 20;   // of a long with its sign, or a ulong

    private static readonly double Least = double.CreateChecked(T.MinValue);
    private static readonly double TooLarge = Math.ScaleB(1, int.CreateChecked(T.PopCount(T.MaxValue)));   // exact, where MaxValue itself may not be

    public override string Name => name;
    public override IReadOnlyList<string> OtherNames => otherNames;
    public override char Code => Size == 1 ? '@' : '|';
    public override char Kind => T.IsNegative(T.MinValue) ? 'i' : 'u';
    public override int Size => Unsafe.SizeOf<T>();
    public override string Rule => $"a whole number from {T.MinValue} to {T.MaxValue}";
    public override T Initial => T.Zero;
    public override double ToDouble(T value) => double.CreateChecked(value);
    public override Int128 ToWhole(T value) => Int128.CreateChecked(value);
    public override string ToText(T value, int digits) => value.ToString(null, CultureInfo.InvariantCulture);
    public override Span<byte> AsBytes(Span<T> values) => MemoryMarshal.AsBytes(values);

    public override void Append(StringBuilder line, T value, int digits, char delimiter)
    {
        Span<char> text = stackalloc char[MostCharacters];   // an interpolated string would box the number while it is compiled quickly
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        line.Append(text[..length]);
    }

    public override bool TryParse(ReadOnlySpan<char> text, out T result) =>
        T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out result);

    public override bool TryFromDouble(double value, out T result)
    {
        var fits = value >= Least && value < TooLarge && double.Truncate(value) == value;
        result = fits ? T.CreateTruncating(value) : T.Zero;
        return fits;
    }

    public override bool TryFromWhole(Int128 value, out T result)
    {
        var fits = value >= Int128.CreateChecked(T.MinValue) && value <= Int128.CreateChecked(T.MaxValue);
        result = fits ? T.CreateTruncating(value) : T.Zero;
        return fits;
    }
}
