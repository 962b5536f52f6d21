using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Deep corticothalamic units of a cortical area: the context of the trial before, from which they predict, through the pulvinar, what comes.</summary>
/// <remarks>
/// CtxtGe is worked out once, at the end of each of its quarters, from what <see cref="ContextProjection"/>s have sent since, and joins what is received from then on.
/// Source: emergent leabra, deep, CTLayer.
/// </remarks>
public class CorticothalamicLayer : TopoInhibLayer
{
    private static readonly Variable[] Variables = [new("CtxtGe", "Excitation from context, which stands for a whole trial.", 0, 2, "Deep")];

    private AlignedFloats _ctxtGe = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="DeepNetworks.AddDeep"/>.</summary>
    public CorticothalamicLayer(string name, Shape shape) : base(name, shape, LayerKind.Hidden)
    {
        TakeClassOfKind("CT");
        Inhib.ActAvg.UseFirst = false;   // the first trial has no context, so its activity says little
    }

    /// <inheritdoc/>
    public override string TypeName => "CTLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => Variables;

    /// <summary>The quarters at whose ends context is sent and taken in, as a sum of <see cref="Quarters"/>.</summary>
    [Styled, Range(0, 15)]
    public int BurstQtr { get; set; } = Quarters.Q4;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        _ctxtGe = ColumnOf("CtxtGe");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(_ctxtGe);
    }

    /// <inheritdoc/>
    private protected override AlignedFloats Excitation(UnitPart units)
    {
        RunKernel(new SumKernel(ref State.GeRaw.Start, ref _ctxtGe.Start, ref State.Target.Start), units.Live);
        return State.Target;
    }

    /// <inheritdoc/>
    protected internal override void SendContext(int quarter)
    {
        if (Quarters.Has(BurstQtr, quarter)) { ContextProjection.Send(this, State.Act); }
    }

    /// <inheritdoc/>
    protected internal override void ReceiveContext(int quarter)
    {
        if (!Quarters.Has(BurstQtr, quarter)) { return; }
        ClearLive(_ctxtGe);
        for (var p = 0; p < ReceivingProjections.Count; p++)
        {
            if (ReceivingProjections[p] is ContextProjection { TakesPart: true } context) { context.TakeIn(_ctxtGe); }
        }
    }
}
