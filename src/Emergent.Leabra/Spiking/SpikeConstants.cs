using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What the spiking kernels need of a layer's parameters, with the constants that follow from them.</summary>
/// <remarks>Made anew at the start of each trial, as <see cref="UnitConstants"/> is.</remarks>
internal readonly struct SpikeConstants(SpikeParams p, ActParams act)
{
    public readonly bool Exp = p.Exp;
    public readonly float Threshold = p.Exp ? p.ExpThr : act.XX1.Thr;
    public readonly float VmR = p.VmR, RefractoryCycles = p.Tr;
    public readonly float HalfVmDt = 0.5f * (act.Dt.Integ / act.Dt.VmTau);
    public readonly float ExpSlope = p.ExpSlope, ExpScale = act.Gbar.L * p.ExpSlope;
    public readonly float AverageDt = 1f / p.RateTau, IntervalOfFullRate = p.ActFromInterval(isi: 1f);
    public readonly SpikeChannel Fast = new(act.KNa.Fast), Med = new(act.KNa.Med), Slow = new(act.KNa.Slow);
}

/// <summary>One adaptation channel of a spiking unit.</summary>
internal readonly struct SpikeChannel(KNaChannelParams p)
{
    public readonly bool On = p.On;
    public readonly float Rise = p.Rise, Max = p.Max;
    public readonly Rate Dt = new(1f / p.Tau);
}
