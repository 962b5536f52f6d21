using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Superficial units of a cortical area, whose strongest drive the deep units to burst at the end of a trial.</summary>
/// <remarks>Burst travels along <see cref="ContextProjection"/>s and drives pulvinar layers. Source: O'Reilly, Russin, Zolfaghar and Rohrlich (2021), Deep predictive learning; emergent leabra, deep, SuperLayer.</remarks>
public class SuperLayer : TopoInhibLayer
{
    private static readonly Variable[] Variables =
    [
        new("Burst", "Activation of deep units: that of superficial ones above threshold, else 0.", 0, 1, "Deep"),
        new("BurstPrv", "Burst of the trial before, which context learns from.", 0, 1, "Deep"),
        new("Attn", "Attention: the pool's pulvinar activation relative to the strongest pool's.", 0, 1, "Deep"),
    ];

    private AlignedFloats _burstPrv = null!, _attn = null!;
    private LeabraLayer? _attending;

    /// <summary>A layer that is not yet part of a network; see <see cref="DeepNetworks.AddDeep"/>.</summary>
    public SuperLayer(string name, Shape shape) : base(name, shape, LayerKind.Hidden) => Attn.TRCLay = $"{name}P";

    /// <inheritdoc/>
    public override string TypeName => "SuperLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => Variables;

    /// <summary>When deep units burst, and which.</summary>
    public BurstParams Burst { get; } = new();

    /// <summary>How the pulvinar modulates activation.</summary>
    public AttnParams Attn { get; } = new();

    /// <summary>What deep units show.</summary>
    internal AlignedFloats BurstColumn { get; private set; } = null!;

    /// <summary>What they showed in the trial before.</summary>
    internal AlignedFloats PreviousBurst => _burstPrv;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        (BurstColumn, _burstPrv, _attn) = (ColumnOf("Burst"), ColumnOf("BurstPrv"), ColumnOf("Attn"));
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void UpdateConstants()
    {
        base.UpdateConstants();
        _attending = Attn.On ? FindAttending() : null;
    }

    /// <inheritdoc/>
    protected internal override void InitializeState()
    {
        base.InitializeState();
        Clear(_attn);
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(BurstColumn);
        Clear(_burstPrv);
    }

    /// <inheritdoc/>
    public override void DecayState(float decay)
    {
        base.DecayState(decay);
        if (decay > 0f) { RunOnLayer(new DecayTowardsKernel(decay, Act.Init.Act, ref BurstColumn.Start)); }
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        if (_attending is not { HasPools: true } pulvinar) { return; }
        var largest = 0f;
        foreach (var pool in pulvinar.PoolArray[1..]) { largest = MathF.Max(largest, pool.Inhib.Act.Avg); }
        if (!(largest > Inhib.ActAvg.Init * 0.1f)) { return; }
        for (var p = 1; p < PoolArray.Length; p++)
        {
            var attention = pulvinar.PoolArray[p].Inhib.Act.Avg / largest;
            var factor = Attn.Min + (1f - Attn.Min) * attention;
            for (var r = 0; r < units.Live.Count; r++)
            {
                var (start, count) = PoolArray[p].Within((units.Live[r].Start - First, units.Live[r].Count));
                if (count <= 0) { continue; }
                _attn.Slice(First + start, count).Fill(attention);
                Kernel.Run(new ScaleKernel(factor, ref State.Act.Start), First + start, count);
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void EndCycle()
    {
        if (!Quarters.Has(Burst.BurstQtr, LeabraNetwork.Time.Quarter)) { return; }
        var act = PoolArray[0].Inhib.Act;
        var threshold = MathF.Max(Burst.ThrAbs, act.Avg + Burst.ThrRel * (act.Max - act.Avg));
        RunOnLayer(new AboveThresholdKernel(threshold, ref State.Act.Start, ref BurstColumn.Start));
    }

    /// <inheritdoc/>
    protected internal override void EndQuarter(int quarter)
    {
        base.EndQuarter(quarter);
        if (Quarters.HasNext(Burst.BurstQtr, quarter)) { CopyLive(BurstColumn, _burstPrv); }
    }

    /// <inheritdoc/>
    protected internal override void SendContext(int quarter)
    {
        if (Quarters.Has(Burst.BurstQtr, quarter)) { ContextProjection.Send(this, BurstColumn); }
    }

    private LeabraLayer FindAttending()
    {
        var pulvinar = LayerReferences.One<LeabraLayer>(this, Attn.TRCLay, "Attn.TRCLay", "is the pulvinar of its area");
        if (HasPools && (!pulvinar.HasPools || pulvinar.Shape[0] != Shape[0] || pulvinar.Shape[1] != Shape[1]))
        {
            throw new EmergentException($"Layer '{Name}' ({TypeName}) has shape {Shape}, its pulvinar '{pulvinar.Name}' {pulvinar.Shape}; for attention (Attn.On) both have the same pools. Give them these, or switch attention off.");
        }
        return pulvinar;
    }
}
