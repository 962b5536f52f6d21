using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Ventral tegmental area: phasic dopamine, from outcomes, from what predicts them, and from what was expected.</summary>
/// <remarks>
/// In the plus phase one unit computes a burst or dip, before it is 0; it is sent at the end of each cycle. It has neither potential nor learning averages.
/// Source: Mollick et al. (2020), A systems-neuroscience model of phasic dopamine; emergent leabra, pvlv, VTALayer.
/// </remarks>
public class TegmentalLayer : LeabraLayer
{
    private LeabraLayer _pptg = null!, _lhb = null!, _posPV = null!, _negPV = null!, _patchPosD1 = null!, _patchPosD2 = null!, _patchNegD1 = null!, _patchNegD2 = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    public TegmentalLayer(string name, Valence valence) : base(name, [1, 1])
    {
        Valence = valence;
        (Act.Clamp.Range.Min, Act.Clamp.Range.Max) = (Act.VmRange.Min, Act.VmRange.Max) = (-2f, 2f);   // as in the reference; nothing clamps it, dopamine can be beyond
    }

    /// <inheritdoc/>
    public override string TypeName => "VTALayer";

    /// <summary>Whether it is about rewards or about punishments.</summary>
    [Styled]
    public Valence Valence { get; set; }

    /// <summary>The level of dopamine that is added in the plus phase.</summary>
    [Styled]
    public float TonicDA { get; set; }

    /// <summary>How strongly layers drive dopamine.</summary>
    public TegmentalGainParams DAGains { get; } = new();

    /// <summary>The layers that it reads.</summary>
    public TegmentalSourceParams Sources { get; } = new();

    /// <summary>The layers that dopamine is sent to.</summary>
    public DopamineTargets SendDA { get; } = new();

    /// <summary>The dopamine that is sent at the end of this cycle.</summary>
    public float DA { get; private set; }

    /// <summary>What dopamine is made of.</summary>
    public TegmentalTerms Terms { get; private set; }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        var s = Sources;
        _pptg = Find(s.PPTg, nameof(s.PPTg));
        _lhb = Find(s.LHbRMTg, nameof(s.LHbRMTg));
        (_posPV, _negPV) = (Find(s.PosPV, nameof(s.PosPV)), Find(s.NegPV, nameof(s.NegPV)));
        (_patchPosD1, _patchPosD2) = (Find(s.VSPatchPosD1, nameof(s.VSPatchPosD1)), Find(s.VSPatchPosD2, nameof(s.VSPatchPosD2)));
        (_patchNegD1, _patchNegD2) = (Find(s.VSPatchNegD1, nameof(s.VSPatchNegD1)), Find(s.VSPatchNegD2, nameof(s.VSPatchNegD2)));
        if (SendDA.Count > 0) { SendDA.Resolve(this); }   // VTAn sends to none; the habenula takes its activity
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        (DA, Terms) = (0f, default);
    }

    /// <inheritdoc/>
    protected internal override void UpdateLearningSignal() { }   // no averages, no signal: it stays 0

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        if (units.Live.IsEmpty) { return; }
        if (!LeabraNetwork.Time.IsPlusPhase)
        {
            Show(0f);
            return;
        }
        Terms = Valence == Valence.Positive ? FromRewards() : FromPunishments();
        var da = TonicDA + Terms.NetDA;
        State.Ext.Span[First] = da;
        State.ActDel.Span[First] = 0f;
        Show(da);
    }

    /// <inheritdoc/>
    protected internal override void SendSignals() => SendDA.Send(DA);

    private TegmentalTerms FromRewards()
    {
        var g = DAGains;
        var habenula = _lhb.TotalAct();
        var pvi = MathF.Max(Shunting(g.PVIBurstShunt, _patchPosD1, g.PVIAntiBurstShunt, _patchPosD2), 0f);
        var burst = MathF.Max(g.PV * _posPV.TotalAct(), g.PPTg * _pptg.TotalAct());
        burst = MathF.Max(burst, -g.LHb * MathF.Min(habenula, 0f));
        var dip = g.LHb * MathF.Max(habenula, 0f);
        var dipShunt = g.PVIDipShunt > 0f ? Shunting(g.PVIDipShunt, _patchNegD2, g.PVIAntiDipShunt, _patchNegD1) : 0f;
        var netDip = MathF.Max(dip - dipShunt, 0f);
        return new(pvi, burst, dip, netDip, (MathF.Max(burst - pvi, 0f) - netDip) * g.DA);
    }

    private TegmentalTerms FromPunishments()
    {
        var g = DAGains;
        var habenula = _lhb.TotalAct();
        var pvi = Shunting(g.PVIBurstShunt, _patchNegD2, g.PVIAntiBurstShunt, _patchNegD1);   // not cut off at 0, as in the reference
        var burst = MathF.Max(g.PV * MathF.Max(_negPV.TotalAct(), 0f), g.LHb * MathF.Max(habenula, 0f));
        var below = g.LHb * MathF.Min(habenula, 0f);
        return new(pvi, burst, -below, -below, (MathF.Max(burst - pvi, 0f) + below) * g.DA);
    }

    private static float Shunting(float gain, LeabraLayer layer, float antiGain, LeabraLayer opponent) =>
        antiGain > 0f ? gain * layer.TotalAct() - antiGain * opponent.TotalAct() : gain * layer.TotalAct();

    private void Show(float da)
    {
        (State.Act.Span[First], State.ActLrn.Span[First], State.Ge.Span[First]) = (da, da, da);
        DA = da;
    }

    private LeabraLayer Find(string name, string source) => LayerReferences.One<LeabraLayer>(this, name, $"Sources.{source}", "dopamine is computed from");
}
