using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection to the striatum, whose synapses learn from dopamine what they had a share in.</summary>
/// <remarks>
/// ntr = sender's ActLrn × receiver's ActLrn; with CurTrlDA first Tr += ntr; dwt = DALrn × Tr, nothing at a DA of 0; Tr −= min(1, Decay ACh) Tr; without CurTrlDA then Tr += ntr; NTr = ntr.
/// Weights are bounded, and linear. Source: emergent leabra, pcore, MatrixPrjn.
/// </remarks>
public class PallidalMatrixProjection : TraceProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="PallidalCoreNetworks.ProjectToMatrix"/>.</summary>
    public PallidalMatrixProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) =>
        LearnPlainly();

    /// <inheritdoc/>
    public override string TypeName => "MatrixPrjn";

    /// <summary>The trace, and when it is forgotten.</summary>
    public PallidalTraceParams Trace { get; } = new();

    /// <inheritdoc/>
    private protected override bool ShowsTraces => true;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<PallidalMatrixLayer>("it must be one of the striatum (MatrixLayer of AddPallidalCore). Use a plain projection, or project to MtxGo or MtxNo.");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        var matrix = (PallidalMatrixLayer)Receiver;
        var forgotten = MathF.Min(1f, matrix.ACh * Trace.Decay);
        ComputeByRule(new Rule(matrix.DA == 0f ? 0f : matrix.DALrn, forgotten, Trace.CurTrlDA, Traces, NewTraces, LeabraSender.State, LeabraReceiver.State));
    }

    private struct Rule(float dopamine, float forgotten, bool isCurrent, AlignedFloats traces, AlignedFloats newTraces, NeuronState senders, NeuronState receivers) : ISynapseRule
    {
        private readonly float _dopamine = dopamine, _forgotten = forgotten, _before = isCurrent ? 1f : 0f, _after = isCurrent ? 0f : 1f;
        private float _actLrn;
        private int _place;

        public readonly int Columns => 1;

        public readonly AlignedFloats Column(int index) => receivers.ActLrn;

        public void Begin(int sender, int place) => (_actLrn, _place) = (senders.ActLrn.Span[sender], place);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>
        {
            ref var trace = ref Unsafe.Add(ref traces.Start, _place);
            var added = row.First<T>(i) * _actLrn;
            var tr = T.Load(ref trace, i) + added * _before;
            var change = tr * _dopamine;
            tr = tr - tr * _forgotten + added * _after;
            T.Store(tr, ref trace, i);
            T.Store(added, ref Unsafe.Add(ref newTraces.Start, _place), i);
            return change;
        }
    }
}
