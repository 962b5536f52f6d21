using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What the learning kernels need of a projection's parameters, with the constants that follow from them.</summary>
internal readonly struct LearnConstants(LearnSynapseParams p, float lrateFactor = 1f)
{
    public readonly float Lrate = p.Lrate * lrateFactor;
    public readonly float MLrn = p.XCal.MLrn, LLrn = p.XCal.LLrn, DThr = p.XCal.DThr, DRev = p.XCal.DRev, LrnThr = p.XCal.LrnThr;
    public readonly float DRevRatio = p.XCal.DRev > 0f ? -(1f - p.XCal.DRev) / p.XCal.DRev : -1f;
    public readonly bool SetLLrn = p.XCal.SetLLrn;
    public readonly bool Norm = p.Norm.On, Momentum = p.Momentum.On, SoftBound = p.WtSig.SoftBound, Balance = p.WtBal.On;
    public readonly float NormDecay = 1f - 1f / p.Norm.DecayTau, NormMin = p.Norm.NormMin, NormLrComp = p.Norm.LrComp;
    public readonly DecayFactor MomentDecay = new(1f - 1f / p.Momentum.MTau);
    public readonly Rate MomentLrComp = new(p.Momentum.LrComp);
}
