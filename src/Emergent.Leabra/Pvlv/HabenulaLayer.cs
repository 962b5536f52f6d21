using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Lateral habenula and rostromedial tegmental nucleus: one unit, above 0 for what is worse than expected, below for what is better.</summary>
/// <remarks>
/// It responds in the plus phase alone, from the activity of other layers in the cycle before, and keeps its activation until the next. It has neither potential nor
/// learning averages. Source: Mollick et al. (2020), A systems-neuroscience model of phasic dopamine; emergent leabra, pvlv, LHbRMTgLayer.
/// </remarks>
public class HabenulaLayer : LeabraLayer
{
    private LeabraLayer? _posPV, _negPV, _patchPosD1, _patchPosD2, _patchNegD1, _patchNegD2, _matrixPosD1, _matrixPosD2, _matrixNegD1, _matrixNegD2;

    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    public HabenulaLayer(string name) : base(name, [1, 1, 1, 1]) => (Act.Clamp.Range.Min, Act.Clamp.Range.Max) = (-2f, 2f);   // as in the reference; nothing clamps it

    /// <inheritdoc/>
    public override string TypeName => "LHbRMTgLayer";

    /// <summary>The layers that it reads.</summary>
    public HabenulaSourceParams Sources { get; } = new();

    /// <summary>How strongly they drive it.</summary>
    public HabenulaGainParams Gains { get; } = new();

    /// <summary>The factor on an expected punishment where it is stronger than its opponent.</summary>
    [Styled, Range(0.0, 1.0)]
    public float PVNegDiscount { get; set; } = 0.8f; // a punishment that was expected still hurts

    /// <summary>What the activation is made of.</summary>
    public HabenulaTerms Terms { get; private set; }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        var s = Sources;
        (_posPV, _negPV) = (Find(s.PosPV, nameof(s.PosPV)), Find(s.NegPV, nameof(s.NegPV)));
        (_patchPosD1, _patchPosD2) = (Find(s.VSPatchPosD1, nameof(s.VSPatchPosD1)), Find(s.VSPatchPosD2, nameof(s.VSPatchPosD2)));
        (_patchNegD1, _patchNegD2) = (Find(s.VSPatchNegD1, nameof(s.VSPatchNegD1)), Find(s.VSPatchNegD2, nameof(s.VSPatchNegD2)));
        (_matrixPosD1, _matrixPosD2) = (Find(s.VSMatrixPosD1, nameof(s.VSMatrixPosD1)), Find(s.VSMatrixPosD2, nameof(s.VSMatrixPosD2)));
        (_matrixNegD1, _matrixNegD2) = (Find(s.VSMatrixNegD1, nameof(s.VSMatrixNegD1)), Find(s.VSMatrixNegD2, nameof(s.VSMatrixNegD2)));
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Terms = default;
    }

    /// <inheritdoc/>
    protected internal override void UpdateLearningSignal() { }   // no averages, no signal: it stays 0

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        if (!LeabraNetwork.Time.IsPlusPhase || units.Live.IsEmpty) { return; }
        var g = Gains;
        var patchPos = g.VSPatchPosD1 * Total(_patchPosD1) - g.VSPatchPosD2 * Total(_patchPosD2);
        if (patchPos < 0f) { patchPos *= g.VSPatchPosDisinhib; }
        var patchNeg = g.VSPatchNegD2 * Total(_patchNegD2) - g.VSPatchNegD1 * Total(_patchNegD1);
        if (patchNeg > 0f) { patchNeg *= PVNegDiscount; }
        var matrixPos = g.VSMatrixPosD1 * Total(_matrixPosD1) - g.VSMatrixPosD2 * Total(_matrixPosD2);
        var matrixNeg = g.VSMatrixNegD2 * Total(_matrixNegD2) - g.VSMatrixNegD1 * Total(_matrixNegD1);
        float reward = Total(_posPV), punishment = Total(_negPV);
        float good = reward != 0f ? MathF.Max(reward, matrixPos) : matrixPos, bad = matrixNeg;
        if (punishment != 0f)
        {
            if (matrixPos < 0f) { (good, bad) = (0f, MathF.Max(bad, MathF.Abs(matrixPos))); }   // a promise that turns out worse than none
            bad = MathF.Max(punishment, bad);
        }
        var net = (bad - good + patchPos - patchNeg) * g.All;
        foreach (var column in (ReadOnlySpan<Data.AlignedFloats>)[State.Act, State.ActLrn, State.ActAvg, State.Ext, State.Ge]) { column.Span[First] = net; }
        Terms = new(patchPos, patchNeg, matrixPos, matrixNeg, good, bad);
    }

    private static float Total(LeabraLayer? layer) => layer?.TotalAct() ?? 0f;

    private LeabraLayer? Find(string name, string source) =>
        name.Length == 0 ? null : LayerReferences.One<LeabraLayer>(this, name, $"Sources.{source}", "the lateral habenula reads");
}
