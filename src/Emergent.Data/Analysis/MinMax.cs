using System.Numerics;

namespace Emergent.Data;

/// <summary>A range of numbers, from the smallest to the largest; empty until a value is in it.</summary>
/// <remarks>Immutable. Source: emergent etable, minmax.F32, F64 and Int.</remarks>
/// <typeparam name="T">float, double, int or another type of number.</typeparam>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
public readonly record struct MinMax<T>(T Min, T Max) where T : struct, INumber<T>, IMinMaxValue<T>
{
    /// <summary>The range with nothing in it: <see cref="Min"/> is the largest number that there is and <see cref="Max"/> the smallest.</summary>
    public static MinMax<T> Empty { get; } = new(T.MaxValue, T.MinValue);

    /// <summary>The range of many values; NaN is left out.</summary>
    public static MinMax<T> Of(ReadOnlySpan<T> values)
    {
        var range = Empty;
        foreach (var value in values) { range = range.Including(value); }
        return range;
    }

    /// <summary>Whether nothing is in the range.</summary>
    public bool IsEmpty => !(Min <= Max);

    /// <summary>Largest minus smallest; 0 where the range is empty.</summary>
    public double Range => IsEmpty ? 0 : double.CreateChecked(Max) - double.CreateChecked(Min);

    /// <summary>The middle between smallest and largest; NaN where the range is empty.</summary>
    public double Midpoint => IsEmpty ? double.NaN : double.CreateChecked(Min) + 0.5 * Range;

    /// <summary>Whether a value lies in the range, its ends included.</summary>
    public bool Contains(T value) => value >= Min && value <= Max;

    /// <summary>This range, widened where needed so that it contains a value; NaN changes nothing.</summary>
    public MinMax<T> Including(T value) => T.IsNaN(value) ? this : new(value < Min ? value : Min, value > Max ? value : Max);

    /// <summary>This range, widened where needed so that it contains another.</summary>
    public MinMax<T> Including(MinMax<T> other) => new(T.Min(Min, other.Min), T.Max(Max, other.Max));

    /// <summary>A value's place in the range: 0 at the smallest, 1 at the largest, linear between and beyond; 0 where both are the same.</summary>
    public double Normalize(T value) => Range is var range && range == 0 ? 0 : (double.CreateChecked(value) - double.CreateChecked(Min)) / range;

    /// <summary>A value's place in the range, of which those beyond the ends are at the ends: from 0 to 1.</summary>
    public double NormalizeClipped(T value) => Math.Clamp(Normalize(value), 0, 1);

    /// <summary>The value at a place in the range: the smallest at 0, the largest at 1. It undoes <see cref="Normalize"/>.</summary>
    public double Project(double place) => double.CreateChecked(Min) + place * Range;

    /// <summary>The value, or the nearer end where it lies beyond; the value itself where the range is empty.</summary>
    public T Clip(T value) => IsEmpty || T.IsNaN(value) ? value : value < Min ? Min : value > Max ? Max : value;

    /// <summary>The range with ends rounded outward to nice numbers (see <see cref="NiceNumber"/>), for the axis of a plot.</summary>
    public MinMax<double> Nice() => IsEmpty ? MinMax<double>.Empty
        : new(-NiceNumber.Outward(-double.CreateChecked(Min)), NiceNumber.Outward(double.CreateChecked(Max)));
}
