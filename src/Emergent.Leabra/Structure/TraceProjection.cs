using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection whose synapses remember what they took part in, so that a reward that comes later can teach them.</summary>
/// <remarks>Each synapse has a trace, Tr, and what was added to it last, NTr. Source: emergent leabra, pbwm, pvlv and pcore.</remarks>
public abstract class TraceProjection : RuleProjection
{
    private protected TraceProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind)
        : base(sender, receiver, connectivity, kind) { }

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => TraceVariables.All;

    /// <summary>Whether Norm and Moment show NTr and Tr while Norm is off, as the reference has it.</summary>
    private protected virtual bool ShowsTraces => false;

    /// <summary>The traces, one a synapse, in the order of the synapses.</summary>
    private protected AlignedFloats Traces { get; private set; } = null!;

    /// <summary>What was added last to the traces.</summary>
    private protected AlignedFloats NewTraces { get; private set; } = null!;

    internal override long Bytes => base.Bytes + 2L * sizeof(float) * Synapses.Length;

    /// <summary>Forgets all traces.</summary>
    public void ClearTraces()
    {
        Traces.Span.Clear();
        NewTraces.Span.Clear();
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        (Traces, NewTraces) = (new AlignedFloats(Synapses.Length), new AlignedFloats(Synapses.Length));
    }

    /// <inheritdoc/>
    protected internal override void InitializeWeights(long seed, int run)
    {
        base.InitializeWeights(seed, run);
        ClearTraces();
    }

    /// <inheritdoc/>
    protected override float SynapseCore(int variable, int sender, int receiver) =>
        TraceOf(variable) is { } traces ? traces.Span[Synapses.Find(sender, receiver)] : base.SynapseCore(variable, sender, receiver);

    /// <inheritdoc/>
    protected override void SetSynapseCore(int variable, int sender, int receiver, float value)
    {
        if (TraceOf(variable) is { } traces) { traces.Span[Synapses.Find(sender, receiver)] = value; }
        else { base.SetSynapseCore(variable, sender, receiver, value); }
    }

    /// <summary>The column that a synapse variable stands for, null if it is none of the traces.</summary>
    private AlignedFloats? TraceOf(int variable)
    {
        var own = variable - SynapseVariables.All.Count;
        if (ShowsTraces && !Learn.Norm.On) { own = variable switch { SynapseVariables.Norm => 0, SynapseVariables.Moment => 1, _ => own }; }
        return own switch { 0 => NewTraces, 1 => Traces, _ => null };
    }
}
