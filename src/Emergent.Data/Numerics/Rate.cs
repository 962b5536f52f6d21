using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Steps towards a target by a constant share of the way, to the bits of x + rate × (target − x), mostly without the price of denormal numbers.</summary>
/// <remarks>
/// The averages of a silent unit decay until the step rounds to 0, a few times 10⁻⁴⁵ above their target, and stick there: denormal numbers, which
/// the reference does not flush. Many processors take a hundred times as long to multiply those as others; they were half the time of activation (measured
/// 2026-11, Intel Xeon). A distance whose product rounds to 0 anyway is therefore not multiplied.
/// </remarks>
internal readonly struct Rate(float value)
{
    private readonly float _rate = value;

    // As integers, denormal numbers are multiples of the smallest, 2⁻¹⁴⁹; up to half of it, a product rounds to 0 (a tie goes to even).
    private readonly int _limit = value is > 0f and <= 1f ? (int)Math.Min(0.5 / value, 0x7FFFFF) : 0;

    /// <summary>x + rate × (target − x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Step<T>(T x, T target) where T : struct, ILanes<T> => x + Of(target - x);

    /// <summary>x × rate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : struct, ILanes<T> => T.TimesBeyond(x, _rate, _limit, otherwise: 0f);
}
