using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Decay by a constant factor of 0.5…1, to the bits of x × factor, mostly without the price of denormal numbers.</summary>
/// <remarks>
/// What decays by a factor ends a few times 10⁻⁴⁵ above 0 and stays there, as <see cref="Rate"/> explains. In multiples of the smallest number, 2⁻¹⁴⁹,
/// k × factor rounds to k up to some k: those stay as they are and are not multiplied.
/// </remarks>
internal readonly struct DecayFactor(float factor)
{
    private const int AbsoluteBits = 0x7FFFFFFF;

    private readonly float _factor = factor;

    // k stays while it loses less than half; a tie would go to even, and is left to the multiplication.
    private readonly int _beyond = factor is > 0.5f and < 1f ? -(int)Math.Min(Math.Ceiling(0.5 / (1.0 - factor)) - 1, 0x7FFFFF) - 1 : -1;

    /// <summary>x × factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : struct, ILanes<T>
    {
        var stays = T.ShiftRightInt(T.AddInt(T.AndInt(x, AbsoluteBits), _beyond), 31);
        return T.AndNot(x, stays) * _factor + (x & stays);
    }
}
