using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What the unit kernels need of a layer's parameters, with the constants that follow from them.</summary>
/// <remarks>Made anew at the start of each trial, so a changed parameter acts from the next trial on and there is nothing to update by hand.</remarks>
internal readonly struct UnitConstants
{
    public readonly XX1Function XX1;
    public readonly float VmActThr, VmDt, GDt, AvgDt;
    public readonly float GbarE, GbarL, GbarI, GbarK, ErevE, ErevL, ErevI, ErevK;
    public readonly float LeakAtThr, ErevSubThrI, ErevSubThrK;
    public readonly ConstantDivisor ThrSubErevE, Gain;
    public readonly float VmMin, VmMax, ClampMin, ClampMax, ClampKeep, ClampDrive;
    public readonly float NoiseToVm, NoiseToAct;
    public readonly float LrnS, LrnM;
    public readonly Rate VmStep, SSDt, SDt, MDt;
    public readonly float SendThr, SendDelta;

    public UnitConstants(ActParams act, LearnNeuronParams learn) : this(act, learn, act.XX1.Gain) { }

    /// <summary>The constants with a gain of activation in place of the parameters': for mechanisms that modulate it.</summary>
    public UnitConstants(ActParams act, LearnNeuronParams learn, float gain)
    {
        XX1 = new XX1Function(act.XX1, gain);
        VmActThr = act.XX1.VmActThr;
        (VmDt, GDt, AvgDt) = (act.Dt.Integ / act.Dt.VmTau, act.Dt.Integ / act.Dt.GTau, 1f / act.Dt.AvgTau);
        (GbarE, GbarL, GbarI, GbarK) = (act.Gbar.E, act.Gbar.L, act.Gbar.I, act.Gbar.K);
        (ErevE, ErevL, ErevI, ErevK) = (act.Erev.E, act.Erev.L, act.Erev.I, act.Erev.K);
        var thr = act.XX1.Thr;
        LeakAtThr = GbarL * (ErevL - thr);
        (ErevSubThrI, ErevSubThrK) = (ErevI - thr, ErevK - thr);
        (ThrSubErevE, Gain) = (new(thr - ErevE), new(gain));
        (VmMin, VmMax) = (act.VmRange.Min, act.VmRange.Max);
        (ClampMin, ClampMax) = (act.Clamp.Range.Min, act.Clamp.Range.Max);
        // Soft clamping either adds the input or averages it with the conductance: g = ClampKeep × g + ClampDrive × Ext.
        (ClampKeep, ClampDrive) = act.Clamp.Avg ? (1f - act.Clamp.AvgGain, act.Clamp.AvgGain * act.Clamp.Gain) : (1f, act.Clamp.Gain);
        NoiseToVm = act.Noise.Type == NoiseType.VmNoise ? 1f : 0f;
        NoiseToAct = act.Noise.Type == NoiseType.ActNoise ? 1f : 0f;
        VmStep = new(VmDt);
        (SSDt, SDt, MDt) = (new(1f / learn.ActAvg.SSTau), new(1f / learn.ActAvg.STau), new(1f / learn.ActAvg.MTau));
        (LrnS, LrnM) = (1f - learn.ActAvg.LrnM, learn.ActAvg.LrnM);
        (SendThr, SendDelta) = (act.OptThresh.Send, act.OptThresh.Delta);
    }

    /// <summary>Whether all constants of two layers have the same bits.</summary>
    public static bool AreEqual(in UnitConstants a, in UnitConstants b) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<UnitConstants>(in a)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<UnitConstants>(in b)));
}
