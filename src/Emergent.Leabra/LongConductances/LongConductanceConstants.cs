using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What the kernels of long-lasting channels need of a layer's parameters, with the constants that follow from them.</summary>
/// <remarks>Made anew at the start of each trial, as <see cref="UnitConstants"/> is.</remarks>
internal readonly struct LongConductanceConstants(NMDAParams nmda, GABABParams gabab)
{
    public readonly float ActVm = nmda.ActVm, NMDATau = nmda.Tau, NMDAGbar = nmda.Gbar;
    public readonly float GABABGbar = gabab.Gbar, Gbase = gabab.Gbase, TauFact = gabab.TauFact;
    public readonly ConstantDivisor RiseTau = new(gabab.RiseTau), DecayTau = new(gabab.DecayTau);
    private readonly float _spikes = gabab.Smult;
    private readonly ConstantDivisor _slope = new(1.4f);

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
