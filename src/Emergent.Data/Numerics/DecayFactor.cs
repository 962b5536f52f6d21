using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Decay by a constant factor of 0.5…1, to the bits of x × factor, mostly without the price of denormal numbers.</summary>
/// <remarks>
/// What decays by a factor ends a few times 10⁻⁴⁵ above 0 and stays there, as <see cref="Rate"/> explains. In multiples of the smallest number, 2⁻¹⁴⁹,
/// k × factor rounds to k up to some k: those stay as they are and are not multiplied.
/// </remarks>
internal readonly struct DecayFactor(float factor)
{
    private readonly float _factor = factor;

    // k stays while it loses less than half; a tie would go to even, and is left to the multiplication.
    private readonly int _limit = factor is > 0.5f and < 1f ? (int)Math.Min(Math.Ceiling(0.5 / (1.0 - factor)) - 1, 0x7FFFFF) : 0;

    /// <summary>x × factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : struct, ILanes<T> => T.TimesBeyond(x, _factor, _limit, otherwise: x);
}
