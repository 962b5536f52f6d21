using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Synapses onto matrix units, which remember what gated until dopamine says what it was worth.</summary>
/// <remarks>
/// dwt = DALrn × Tr, × GateNoGoPosLR for D2 units where DA > 0 and Tr &lt; 0; then Tr ← Tr − min(1, ACh AChDecay) Tr and
/// Tr ← Tr + NTr − min(1, Decay |NTr|) Tr with NTr = f(Act) × sender's Act, × −NotGatedLR for stripes that are shut; f(a) = 2 a (1 − a), or a.
/// Source: O'Reilly and Frank (2006); Hazy, Frank and O'Reilly (2007); emergent leabra, pbwm, MatrixTracePrjn.
/// </remarks>
public class MatrixTraceProjection : TraceProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="PbwmNetworks.ProjectToMatrix"/>.</summary>
    public MatrixTraceProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) =>
        LearnPlainly();

    /// <inheritdoc/>
    public override string TypeName => "MatrixTracePrjn";

    /// <summary>How traces come about.</summary>
    public MatrixTraceParams Trace { get; } = new();

    /// <inheritdoc/>
    private protected override bool ShowsTraces => true;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<PbwmMatrixLayer>("only a MatrixLayer has the gates and the receptors that traces learn from. Use another projection or another layer.");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        var matrix = (PbwmMatrixLayer)Receiver;
        matrix.ShowGates();
        ComputeByRule(new Rule(Trace, matrix, LeabraSender.State, Traces, NewTraces));
    }

    private struct Rule(MatrixTraceParams p, PbwmMatrixLayer matrix, NeuronState senders, AlignedFloats traces, AlignedFloats newTraces) : ISynapseRule
    {
        private readonly float _achDecay = p.AChDecay, _decay = p.Decay, _notGated = -p.NotGatedLR, _againstTrace = p.GateNoGoPosLR;
        private readonly bool _deriv = p.Deriv, _isD2 = matrix.DaR == DopamineReceptor.D2R;
        private float _act;
        private int _place;

        public readonly int Columns => 5;

        public readonly AlignedFloats Column(int index) => index switch
        {
            0 => matrix.State.Act,
            1 => matrix.DAColumn,
            2 => matrix.DALrnColumn,
            3 => matrix.AChColumn,
            _ => matrix.GateActColumn,
        };

        public void Begin(int sender, int place) => (_act, _place) = (senders.Act.Span[sender], place);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>
        {
            var at = (nuint)_place + i;
            T trace = T.Load(ref traces.Start, at), act = row.First<T>(i), da = row.Second<T>(i);
            var change = T.IfEqual(da, 0f, 0f, row.Third<T>(i) * trace);
            if (_isD2) { change = T.IfLess(0f, da, T.IfLess(trace, 0f, change * _againstTrace, change), change); }

            trace -= T.Min(row.Fourth<T>(i) * _achDecay, 1f) * trace;
            var gated = (_deriv ? act * 2f * (1f - act) : act) * _act;
            var added = T.IfLess(0f, row.Fifth<T>(i), gated, gated * _notGated);
            trace += added - T.Min(T.Abs(added) * _decay, 1f) * trace;
            T.Store(trace, ref traces.Start, at);
            T.Store(added, ref newTraces.Start, at);
            return change;
        }
    }
}
