using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection to the ventral striatum, which learns by dopamine: of what is active now, or of traces of what was.</summary>
/// <remarks>
/// With a = max(r.ActP, min(r.ModNet, MaxVSActMod)). DAHebbVS: DWt += Lrate r.ModLrn (DALrn a) s.ActP. TraceNoThalVS: DWt += Lrate' DALrn Tr, Lrate' = Lrate, times GateLRScale where
/// r.ModLrn = 0; then the trace takes up a. Every sender learns; weights are linear; normalization and momentum take no part. Source: emergent leabra, pvlv, MSNPrjn.
/// </remarks>
public class StriatalProjection : TraceProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    /// <param name="sender">The sending layer.</param>
    /// <param name="receiver">The layer of the ventral striatum.</param>
    /// <param name="connectivity">Which units are connected.</param>
    /// <param name="rule">The learning rule.</param>
    public StriatalProjection(Layer sender, Layer receiver, Connectivity connectivity, StriatalLearningRule rule) : base(sender, receiver, connectivity, ProjectionKind.Forward)
    {
        LearningRule = rule;
        LearnPlainly();
    }

    /// <inheritdoc/>
    public override string TypeName => "MSNPrjn";

    /// <summary>The learning rule.</summary>
    [Styled]
    public StriatalLearningRule LearningRule { get; set; }

    /// <summary>The traces.</summary>
    public StriatalTraceParams Trace { get; } = new();

    /// <summary>The most that modulation counts as activity for learning.</summary>
    [Styled, Range(0.0, 1.0)]
    public float MaxVSActMod { get; set; } = 0.5f; // a unit that is modulated but silent learns half as much as one that is active

    private VentralStriatumLayer Striatum => (VentralStriatumLayer)Receiver;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<VentralStriatumLayer>("it must be one of the ventral striatum (MSNLayer).");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        if (!Learn.Learn) { return; }
        FindSignals();
        if (LearningRule == StriatalLearningRule.TraceNoThalVS)
        {
            ComputeByRule(new TraceRule(Striatum.DaMod, Striatum.Modulation.DA, LeabraSender.State, LeabraReceiver.State, Traces, NewTraces));
        }
        else { ComputeByRule(new HebbRule(LeabraSender.State, LeabraReceiver.State)); }
    }

    /// <summary>Works out for each receiving unit its learning rate, into TargetLrn, and, into Target, what it adds to traces or else what it does, with dopamine.</summary>
    private void FindSignals()
    {
        var (state, m, first, isTrace) = (Striatum.State, Striatum.Modulation, Striatum.First, LearningRule == StriatalLearningRule.TraceNoThalVS);
        foreach (var column in (ReadOnlySpan<AlignedFloats>)[state.Target, state.TargetLrn]) { column.Slice(first, Striatum.UnitCount).Clear(); }   // lesioned units learn nothing
        for (var r = 0; r < Striatum.LiveUnits.Count; r++)
        {
            var (start, count) = Striatum.LiveUnits[r];
            for (var unit = first + start; unit < first + start + count; unit++)
            {
                var active = MathF.Max(state.ActP.Span[unit], MathF.Min(m.ModNet.Span[unit], MaxVSActMod));
                var lrn = m.ModLrn.Span[unit];
                (state.Target.Span[unit], state.TargetLrn.Span[unit]) = isTrace
                    ? (Trace.Deriv ? 2f * active * (1f - active) : active, lrn == 0f ? Constants.Lrate * Trace.GateLRScale : Constants.Lrate)
                    : (Striatum.DaMod.DALrn(m.DA.Span[unit]) * active, Constants.Lrate * lrn);
            }
        }
    }

    private struct HebbRule(NeuronState senders, NeuronState receivers) : ISynapseRule
    {
        private float _sent;

        public static bool IsWhole => true;

        public readonly int Columns => 2;

        public readonly AlignedFloats Column(int index) => index == 0 ? receivers.Target : receivers.TargetLrn;

        public void Begin(int sender, int place) => _sent = senders.ActP.Span[sender];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T> => row.Second<T>(i) * (row.First<T>(i) * _sent);
    }

    private struct TraceRule(
        DopamineResponseParams response, AlignedFloats da, NeuronState senders, NeuronState receivers, AlignedFloats traces, AlignedFloats newTraces) : ISynapseRule
    {
        private readonly float _burst = response.SignedBurstGain, _dip = response.SignedDipGain;
        private float _sent;
        private int _place;

        public static bool IsWhole => true;

        public readonly int Columns => 3;

        public readonly AlignedFloats Column(int index) => index switch { 0 => receivers.Target, 1 => receivers.TargetLrn, _ => da };

        public void Begin(int sender, int place) => (_sent, _place) = (senders.ActP.Span[sender], place);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>
        {
            ref float trace = ref Unsafe.Add(ref traces.Start, _place), newTrace = ref Unsafe.Add(ref newTraces.Start, _place);
            T tr = T.Load(ref trace, i), dopamine = row.Third<T>(i);
            var change = row.Second<T>(i) * (T.IfLess(0f, dopamine, dopamine * _burst, dopamine * _dip) * tr);
            var taken = row.First<T>(i) * _sent;
            T.Store(tr + (taken - T.Min(T.Abs(taken), 1f) * tr), ref trace, i);
            T.Store(taken, ref newTrace, i);
            return change;
        }
    }
}
