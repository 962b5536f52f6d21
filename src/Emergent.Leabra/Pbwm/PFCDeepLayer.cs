using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Deep units of a prefrontal area, which maintain, behind gates, what the superficial ones have shown.</summary>
/// <remarks>
/// At the end of each of its quarters (Gate.GateQtr), a stripe that has just opened takes over superficial activation, and one that is shut forgets:
/// MaintGe joins what is received. A stripe of an output layer does the same for one trial. Source: O'Reilly and Frank (2006); emergent leabra, pbwm, PFCDeepLayer.
/// </remarks>
public class PFCDeepLayer : GatingLayer
{
    private AlignedFloats _maint = null!, _maintGe = null!;
    private LeabraLayer _super = null!;
    private PFCDeepLayer? _maintaining;

    /// <summary>A layer that is not yet part of a network; see <see cref="PbwmNetworks.AddPFC"/>.</summary>
    /// <param name="name">The name, unique in the network: the superficial layer's with a D behind, unless SuperLay says otherwise.</param>
    /// <param name="shape">[rows, stripes, unitsY, unitsX]; in a pool, as many times the superficial layer's rows as there are dynamics.</param>
    /// <param name="isOutput">Whether its gates put out, instead of taking in to maintain.</param>
    public PFCDeepLayer(string name, Shape shape, bool isOutput) : base(name, shape)
    {
        SuperLay = name.EndsWith('D') ? name[..^1] : "";
        MaintLay = name.EndsWith("outD", StringComparison.Ordinal) ? $"{name[..^4]}mntD" : "";
        Gate.OutGate = isOutput;
        if (isOutput) { (Gate.GateQtr, Maint.MaxMaint) = (Quarters.Q1, 1); }   // at once, and not longer than the trial
        GateShp.Set(shape[0], isOutput ? 0 : shape[1], isOutput ? shape[1] : 0);
    }

    /// <inheritdoc/>
    public override string TypeName => "PFCDeepLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => PbwmVariables.Deep;

    /// <summary>What the gates are for, and when what they let in takes effect.</summary>
    public PFCGateParams Gate { get; } = new();

    /// <summary>How it maintains.</summary>
    public PFCMaintParams Maint { get; } = new();

    /// <summary>The name of the superficial layer; the layer's own without the D behind.</summary>
    public string SuperLay { get; set; }

    /// <summary>For output layers with Maint.OutClearMaint, the name of the deep layer whose maintenance output ends; of PFCoutD, PFCmntD.</summary>
    public string MaintLay { get; set; }

    /// <summary>How what is maintained changes over time.</summary>
    /// <remarks>
    /// All units of a layer have the one at the place [rows of the superficial pool modulo the number of kinds], as in the reference, whose documentation has a kind for each row.
    /// </remarks>
    public IReadOnlyList<PFCDynamics> Dyns { get; set; } = PFCDynamics.MaintainOnly;

    /// <inheritdoc/>
    public override GateStripes GateType => Gate.OutGate ? GateStripes.Out : GateStripes.Maint;

    /// <inheritdoc/>
    protected internal override bool ActivatesInTurn => true;

    /// <inheritdoc/>
    private protected override bool LearnsAfterQ2 => Quarters.Has(Gate.GateQtr, 1);

    /// <inheritdoc/>
    protected internal override void Build()
    {
        _super = LayerReferences.One<LeabraLayer>(this, SuperLay, nameof(SuperLay), "is the superficial layer of its area");
        if (!HasPools || !_super.HasPools || _super.Shape[0] != Shape[0] || _super.Shape[1] != Shape[1] || Shape[2] % _super.Shape[2] != 0 || _super.Shape[3] != Shape[3])
        {
            throw new EmergentException(
                $"Layer '{Name}' ({TypeName}) has shape {Shape}, its superficial layer '{_super.Name}' {_super.Shape}; both need the same pools, and in these the same columns and a multiple of the superficial rows.");
        }
        (_maint, _maintGe) = (ColumnOf("Maint"), ColumnOf("MaintGe"));
        RequireThalamus();
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void UpdateConstants()
    {
        base.UpdateConstants();
        _maintaining = Gate.OutGate && Maint.OutClearMaint ? FindMaintaining() : null;
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(_maint);
        Clear(_maintGe);
    }

    /// <summary>What was received, and what is maintained.</summary>
    private protected override AlignedFloats Excitation(UnitPart units)
    {
        RunKernel(new SumKernel(ref State.GeRaw.Start, ref _maintGe.Start, ref State.Target.Start), units.Live);
        return State.Target;
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        if (Gate.OutGate && Gate.OutQ1Only && LeabraNetwork.Time.Quarter > 1) { return; }
        for (var p = 0; p < PoolCount; p++)
        {
            ref var gate = ref States[p];
            if (!gate.IsNow) { continue; }
            if (gate.IsOpen)
            {
                gate.Cnt = 0;
                if (Gate.OutGate) { _maintaining?.EndMaintenance(p); }
                else { _super.DecayPool(p + 1, Maint.Clear); }
            }
            if (gate.Cnt >= Maint.MaxMaint) { gate.Cnt = -1; }
        }
    }

    /// <inheritdoc/>
    protected internal override void EndQuarter(int quarter)
    {
        base.EndQuarter(quarter);
        if (!Quarters.Has(Gate.GateQtr, quarter)) { return; }
        foreach (ref var gate in States) { gate.Cnt += gate.Cnt < 0 ? -1 : 1; }
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            for (var unit = LiveUnits[r].Start; unit < LiveUnits[r].Start + LiveUnits[r].Count; unit++) { Maintain(unit); }
        }
    }

    private void Maintain(int unit)
    {
        var (pool, inPool) = (unit / UnitsPerPool, unit % UnitsPerPool);
        var count = States[pool].Cnt;
        ref var maint = ref _maint.Span[First + unit];
        if (count < 0) { maint = 0f; }
        else if (count <= 1)
        {
            var (row, column) = (inPool / Shape[3] % _super.Shape[2], inPool % Shape[3]);
            maint = Maint.MaintGain * _super.State.Act.Span[_super.First + pool * _super.UnitsPerPool + row * _super.Shape[3] + column];
        }
        _maintGe.Span[First + unit] = Maint.UseDyn ? maint * Dyns[_super.Shape[2] % Dyns.Count].Value(count - 1) : maint;
    }

    /// <summary>Ends maintenance of a stripe that maintains, and clears its superficial units.</summary>
    private void EndMaintenance(int stripe)
    {
        ref var gate = ref States[stripe];
        if (gate.Cnt < 1) { return; }
        gate.Cnt = -1;
        _super.DecayPool(stripe + 1, Maint.Clear);
    }

    private PFCDeepLayer FindMaintaining()
    {
        var found = LayerReferences.One<PFCDeepLayer>(this, MaintLay, nameof(MaintLay), "maintains what is put out (PFCDeepLayer)");
        if (found.Gate.OutGate || found.Shape[0] != Shape[0] || found.Shape[1] != Shape[1])
        {
            throw new EmergentException(
                $"Layer '{Name}' ({TypeName}): with Maint.OutClearMaint its output ends maintenance in '{found.Name}', {(found.Gate.OutGate ? "whose gates put out too (Gate.OutGate)" : $"which has shape {found.Shape}, '{Name}' {Shape}")}; that layer maintains, and both have the same pools.");
        }
        return found;
    }
}
