using System.ComponentModel.DataAnnotations;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The NMDA channels of a unit: excitation that outlasts its input by a hundred cycles and more, and that only an active unit lets in.</summary>
/// <remarks>
/// Equation: NMDA += NMDASyn − NMDA/Tau; Gnmda = Gbar f(VmEff) NMDA, with VmEff = Vm + ActVm Act; f is <see cref="VoltageGate"/>.
/// Source: emergent leabra, glong, NMDAParams; Brunel and Wang (2001), Effects of neuromodulation in a cortical network model of object working memory.
/// </remarks>
public class NMDAParams
{
    /// <summary>How much activation adds to the potential that the channels see.</summary>
    /// <remarks>A rate-coded unit has no spikes, during which the potential of a real one is far above its threshold.</remarks>
    [Range(0.0, 100.0)]
    public float ActVm { get; set; } = 0.4f; // an active unit, at Vm 0.6, then has 0.78 of its channels free; its potential alone would free 0.23

    /// <summary>The cycle of a trial from which on AlphaMax, the largest activation, is recorded.</summary>
    [Range(0, 1000000)]
    public int AlphaMaxCyc { get; set; } = 30; // after the first burst of activity, which says little of what will stay

    /// <summary>The time constant of decay, in cycles.</summary>
    [Range(1.0, 1e9)]
    public float Tau { get; set; } = 100f; // a trial, over which a third stays; 50 leaves a seventh

    /// <summary>The strength of the channels.</summary>
    [Range(0.0, 100.0)]
    public float Gbar { get; set; } = 0.02f; // steady input sums up to Tau times itself: Gnmda is 1.6 times the input in an active unit, 0.2 times in a silent one

    /// <summary>The share of the channels that magnesium does not block at a potential.</summary>
    /// <remarks>Equation: 1/(1 + 0.28 FastExp(−0.062 b)), b = min(100 v − 100, 0), in mV. Source: emergent leabra, glong, NMDAParams.GFmV; Jahr and Stevens (1990).</remarks>
    /// <param name="vm">The potential, where 0…1 stands for −100…0 mV.</param>
    public float VoltageGate(float vm)
    {
        var value = 0f;
        Lanes1.Store(LongConductanceConstants.NMDAGate<Lanes1>(vm), ref value, 0);
        return value;
    }
}
