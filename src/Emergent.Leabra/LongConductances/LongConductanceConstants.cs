using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What the kernels of long-lasting channels need of a layer's parameters, with the constants that follow from them.</summary>
/// <remarks>Made anew at the start of each trial, as <see cref="UnitConstants"/> is.</remarks>
internal readonly struct LongConductanceConstants(NMDAParams nmda, GABABParams gabab)
{
    private const int AbsoluteBits = 0x7FFFFFFF, Tiny = 1024;
    private const float TwoTo23 = 8388608f;
    private const int TwoTo23Bits = 0x4B000000;

    public readonly float ActVm = nmda.ActVm, NMDAGbar = nmda.Gbar;
    private readonly float _nmdaTau = nmda.Tau;

    // As integers, denormal numbers are multiples of the smallest, 2⁻¹⁴⁹; up to Tau/2 of it, the quotient rounds to 0 (a tie goes to even).
    private readonly int _beyond = -(int)Math.Min(0.5 * nmda.Tau, 0x7FFFFF) - 1;

    public readonly float GABABGbar = gabab.Gbar, Gbase = gabab.Gbase, TauFact = gabab.TauFact;
    public readonly ConstantDivisor RiseTau = new(gabab.RiseTau), DecayTau = new(gabab.DecayTau);
    private readonly float _spikes = gabab.Smult;
    private readonly ConstantDivisor _slope = new(1.4f);

    /// <summary>What NMDA loses in a cycle, to the bits of NMDA/Tau.</summary>
    /// <remarks>
    /// A unit that is not excited for some ninety trials ends a few times 10⁻⁴⁴ above 0 and stays there, as <see cref="Rate"/> explains: the kernel took 18 ns
    /// a silent unit there, 2.7 ns with what is left out here and in <see cref="Conduct{T}"/> (measured 2026-11, a busy Intel Xeon). A real division else, since one by reciprocal is not exact for the smallest numbers.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Decay<T>(T nmda) where T : struct, ILanes<T>
    {
        var vanishes = T.ShiftRightInt(T.AddInt(T.AndInt(nmda, AbsoluteBits), _beyond), 31);
        return T.AndNot(nmda, vanishes) / _nmdaTau;
    }

    /// <summary>The conductance of NMDA through channels, to the bits of share × NMDA.</summary>
    // A few times the smallest number, k × 2⁻¹⁴⁹, times a share gives 0 if k × share is below a half: k itself is a number that is multiplied fast.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Conduct<T>(T share, T nmda) where T : struct, ILanes<T>
    {
        var bits = T.AndInt(nmda, AbsoluteBits);
        var isTiny = T.ShiftRightInt(T.AddInt(bits, -Tiny), 31);
        var multiple = T.AddInt(bits & isTiny, TwoTo23Bits) - TwoTo23;
        return share * T.AndNot(nmda, isTiny & T.LessThan(multiple * share, 0.499f));
    }

    /// <summary>The share of NMDA channels that magnesium does not block at a potential.</summary>
    // The exponent is at least 0, so it need not be cut off below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NMDAGate<T>(T vm) where T : struct, ILanes<T> =>
        1f / (LaneMath.FastExpInRange(T.Min(vm * 100f - 100f, 0f) * -0.062f) * 0.28f + 1f);

    /// <summary>The share of GABA-B channels that is open at a potential.</summary>
    // The exponent is at least 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GABABGate<T>(T vm) where T : struct, ILanes<T> =>
        1f / (LaneMath.FastExpInRange((T.Max(vm * 100f - 100f, -90f) + 90f + 10f) * 0.1f) + 1f);

    /// <summary>What inhibition adds to GABA-B in a cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Drive<T>(T gi) where T : struct, ILanes<T> =>
        1f / (LaneMath.FastExp(_slope.Divide(7.1f - gi * _spikes)) + 1f);
}
