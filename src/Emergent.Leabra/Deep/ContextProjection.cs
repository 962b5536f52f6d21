using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection that carries context: nothing within a quarter, and the whole of the sender's activity once, at the end of some.</summary>
/// <remarks>
/// Superficial layers send Burst, corticothalamic ones Act; others send nothing, though their synapses learn and count in GScale. Learning is that of every projection,
/// of all senders, with the sender's BurstPrv (superficial layers) or ActQ0 in place of its averages. Source: emergent leabra, deep, CTCtxtPrjn.
/// </remarks>
public class ContextProjection : RuleProjection
{
    private AlignedFloats _received = null!;

    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    /// <param name="sender">The layer whose activity is context.</param>
    /// <param name="receiver">The corticothalamic layer.</param>
    /// <param name="connectivity">Which units are connected.</param>
    /// <param name="isFromSuper">Whether it copies the area's own superficial layer: then weights are 0.5 and do not learn.</param>
    public ContextProjection(Layer sender, Layer receiver, Connectivity connectivity, bool isFromSuper = false)
        : base(sender, receiver, connectivity, ProjectionKind.Forward)
    {
        TakeClassOfKind("CTCtxt");
        if (!isFromSuper) { return; }
        AddClass("CTFmSuper");
        Learn.Learn = false;
        (WtInit.Mean, WtInit.Var) = (0.5f, 0f);
    }

    /// <inheritdoc/>
    public override string TypeName => "CTCtxtPrjn";

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<CorticothalamicLayer>("context is taken in by a corticothalamic layer (CTLayer). Use another projection or another layer.");
        base.Build();
        _received = new AlignedFloats(AlignedFloats.Padded(Receiver.UnitCount));
    }

    /// <inheritdoc/>
    /// <remarks>Nothing: context comes at the ends of quarters.</remarks>
    protected internal override void ReceiveConductance(int start, int count) { }

    /// <inheritdoc/>
    protected internal override void ClearReceived() => _received.Span.Clear();

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        var sent = LeabraSender is SuperLayer super ? super.PreviousBurst : LeabraSender.State.ActQ0;
        ComputeByRule(new Rule(in Constants, sent, LeabraReceiver.State));
    }

    /// <summary>Sends a column of a layer along its context projections, of units above its threshold.</summary>
    internal static void Send(LeabraLayer layer, AlignedFloats column)
    {
        for (var p = 0; p < layer.SendingProjections.Count; p++)
        {
            if (layer.SendingProjections[p] is ContextProjection { TakesPart: true } context) { context.Send(column.Slice(layer.First, layer.UnitCount), layer.Act.OptThresh.Send); }
        }
    }

    /// <summary>Adds what has arrived to a column of the receiver's network, and forgets it.</summary>
    internal void TakeIn(AlignedFloats column)
    {
        var receiver = LeabraReceiver;
        for (var r = 0; r < receiver.LiveUnits.Count; r++)
        {
            var (start, count) = receiver.LiveUnits[r];
            Kernel.Run(new AddKernel(ref column.Span[receiver.First], ref _received.Start), start, count);
        }
        _received.Span.Clear();
    }

    private void Send(ReadOnlySpan<float> values, float threshold)
    {
        var live = LeabraSender.LiveUnits;
        for (var r = 0; r < live.Count; r++)
        {
            for (var sender = live[r].Start; sender < live[r].Start + live[r].Count; sender++)
            {
                if (!(values[sender] > threshold)) { continue; }
                var (place, count) = Synapses.Row(sender);
                if (count == 0) { continue; }
                var sent = values[sender] * GScale;
                if (Synapses.IsFull)
                {
                    Kernel.Run(new AddScaledKernel(sent, ref Synapses.Wt.Span[place], ref _received.Start), 0, count);
                    continue;
                }
                var weights = Synapses.Wt.Slice(place, count);
                var receivers = Synapses.ReceiversOf(sender);
                var sums = _received.Span;
                for (var k = 0; k < count; k++) { sums[receivers[k]] += sent * weights[k]; }
            }
        }
    }

    private struct Rule(in LearnConstants p, AlignedFloats sent, NeuronState receivers) : ISynapseRule
    {
        private readonly LearnConstants _p = p;
        private float _sent;

        public readonly int Columns => 4;

        public readonly AlignedFloats Column(int index) => index switch
        {
            0 => receivers.AvgSLrn,
            1 => receivers.AvgM,
            2 => receivers.AvgL,
            _ => receivers.AvgLLrn,
        };

        public void Begin(int sender, int place) => _sent = sent.Span[sender];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T> =>
            LearningRule.Change(in _p, row.First<T>(i) * _sent, row.Second<T>(i) * _sent, row.Third<T>(i), _p.SetLLrn ? (T)_p.LLrn : row.Fourth<T>(i));
    }
}
