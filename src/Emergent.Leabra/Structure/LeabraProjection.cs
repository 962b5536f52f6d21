using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection of Leabra synapses.</summary>
/// <remarks>Its steps are virtual, one method each: a mechanism overrides some. Source: emergent leabra, prjn.go.</remarks>
public partial class LeabraProjection : Projection
{
    private LearnConstants _constants;
    private float[] _sums = [];

    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project"/>.</summary>
    public LeabraProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "Prjn";

    /// <inheritdoc/>
    public override IReadOnlyList<string> KeyParameters =>
        ["WtScale.Abs", "WtScale.Rel", "Learn.Learn", "Learn.Lrate", "WtInit.Mean", "WtInit.Var"];

    /// <summary>The initial weights.</summary>
    public WtInitParams WtInit { get; } = new();

    /// <summary>The strength.</summary>
    public WtScaleParams WtScale { get; } = new();

    /// <summary>How the weights learn.</summary>
    public LearnSynapseParams Learn { get; } = new();

    /// <summary>The factor on everything sent, from the strength and the sender's average activity; known once a trial has begun.</summary>
    public float GScale { get; internal set; } = 1f;

    /// <summary>The factor on the learning rate, from a schedule; see <see cref="LeabraNetwork.LrateMult"/>.</summary>
    public float LrateFactor { get; internal set; } = 1f;

    internal SynapseStore Synapses { get; private set; } = null!;

    internal ref readonly LearnConstants Constants => ref _constants;

    internal LeabraLayer LeabraSender => (LeabraLayer)Sender;

    internal LeabraLayer LeabraReceiver => (LeabraLayer)Receiver;

    /// <summary>The column that this projection adds to: excitation, or inhibition for inhibitory ones.</summary>
    private AlignedFloats Target => Kind == ProjectionKind.Inhib ? LeabraReceiver.State.GiRaw : LeabraReceiver.State.GeRaw;

    internal override long Bytes => base.Bytes + Synapses.Bytes;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        Synapses = new SynapseStore(Connections);
        Balance = new WeightBalance(Receiver.UnitCount);
        _sums = new float[AlignedFloats.Padded(Receiver.UnitCount)];
        UpdateConstants();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters() => WtInit.Check($"Prjn '{Name}', WtInit");

    /// <summary>Recomputes what follows from parameters; done at the start of each trial.</summary>
    protected internal virtual void UpdateConstants() => _constants = new LearnConstants(Learn, LrateFactor);

    /// <summary>Adds what the sender sends in this cycle to the receiving units' raw conductance.</summary>
    protected internal virtual void ReceiveConductance()
    {
        var senders = LeabraSender.Senders;
        if (senders.Count == 0) { return; }
        if (Synapses.IsFull)
        {
            LeabraNetwork.Workers.Run(new DenseWork(this), AlignedFloats.Padded(Receiver.UnitCount) / AlignedFloats.Alignment, (long)senders.Count * Synapses.Stride);
        }
        else { ReceiveSparse(senders); }
    }

    /// <inheritdoc/>
    protected override float SynapseCore(int variable, int sender, int receiver)
    {
        var s = Synapses;
        var place = s.Find(sender, receiver);
        return variable switch
        {
            0 => s.Wt.Span[place],
            1 => s.LWt.Span[place],
            2 => s.DWt is null ? 0f : s.DWt.Span[place],
            3 => s.Norm[sender],
            4 => s.Moment.Span[place],
            _ => s.ScaleAt(place),
        };
    }

    /// <inheritdoc/>
    protected internal override void SetWeightCore(int sender, int receiver, float weight)
    {
        var place = Synapses.Find(sender, receiver);
        Synapses.Wt.Span[place] = weight;
        Synapses.LWt.Span[place] = Contrast.Linear(Learn.WtSig, weight / Synapses.ScaleAt(place));
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<(string Name, float Value)> WeightsMetaData => [("GScale", GScale)];

    /// <inheritdoc/>
    protected internal override void SetWeightsMetaData(string name, float value)
    {
        if (name == "GScale") { GScale = value; }
    }

    private LeabraNetwork LeabraNetwork => LeabraReceiver.LeabraNetwork;

    private void ReceiveSparse(SenderList senders)
    {
        var sums = _sums.AsSpan();
        sums.Clear();
        var units = senders.Units;
        var changes = senders.Changes;
        var weights = Synapses.Wt.Span;
        for (var k = 0; k < units.Length; k++)
        {
            var x = changes[k] * GScale;
            if (Synapses.HasRuns)
            {
                for (var r = Synapses.RunStarts[units[k]]; r < Synapses.RunStarts[units[k] + 1]; r++)
                {
                    var run = Synapses.Runs[r];
                    Kernel.Run(new RunSendKernel(x, ref weights[run.Place], ref sums[run.Receiver]), 0, run.Count);
                }
            }
            else
            {
                var (start, count) = Synapses.Row(units[k]);
                var receivers = Synapses.ReceiverOf.AsSpan(start, count);
                var row = weights.Slice(start, count);
                for (var i = 0; i < row.Length; i++) { sums[receivers[i]] += x * row[i]; }
            }
        }
        Kernel.Run(new AddKernel(ref Target.Span[LeabraReceiver.First], ref _sums[0]), 0, Receiver.UnitCount);
    }

    /// <summary>Delivery by a full projection, divided among threads by receivers, so that each sum is built in the same order by whoever builds it.</summary>
    private readonly struct DenseWork(LeabraProjection projection) : IParallelWork
    {
        public void Do(int start, int end)
        {
            var senders = projection.LeabraSender.Senders;
            var units = senders.Units;
            var changes = senders.Changes;
            var stride = projection.Synapses.Stride;
            ref var weights = ref projection.Synapses.Wt.Start;
            ref var sums = ref projection._sums[0];
            int first = start * AlignedFloats.Alignment, count = (end - start) * AlignedFloats.Alignment;
            projection._sums.AsSpan(first, count).Clear();
            Span<float> x = stackalloc float[4];
            var k = 0;
            for (; k + 4 <= units.Length; k += 4)
            {
                for (var s = 0; s < 4; s++) { x[s] = changes[k + s] * projection.GScale; }
                Kernel.Run(
                    new DenseSendKernel(
                        x, ref Unsafe.Add(ref weights, units[k] * stride), ref Unsafe.Add(ref weights, units[k + 1] * stride),
                        ref Unsafe.Add(ref weights, units[k + 2] * stride), ref Unsafe.Add(ref weights, units[k + 3] * stride), ref sums),
                    first, count);
            }
            for (; k < units.Length; k++)
            {
                Kernel.Run(new RunSendKernel(changes[k] * projection.GScale, ref Unsafe.Add(ref weights, units[k] * stride), ref sums), first, count);
            }
            Kernel.Run(new AddKernel(ref projection.Target.Span[projection.LeabraReceiver.First], ref sums), first, count);
        }
    }
}
