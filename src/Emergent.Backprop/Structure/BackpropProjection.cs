using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>A projection whose weights learn by backpropagation of error.</summary>
public partial class BackpropProjection : Projection
{
    private LearnConstants _constants;
    private AlignedFloats _row = null!;

    /// <summary>A projection that is not yet part of a network; see <see cref="BackpropNetwork.Project(Layer, Layer, Connectivity)"/>.</summary>
    public BackpropProjection(Layer sender, Layer receiver, Connectivity connectivity) : base(sender, receiver, connectivity, ProjectionKind.Forward) { }

    /// <inheritdoc/>
    public override string TypeName => "Prjn";

    /// <inheritdoc/>
    public override IReadOnlyList<string> KeyParameters => ["Learn.Optimizer", "Learn.Lrate", "Learn.Momentum", "Learn.Decay", "WtInit.Dist", "WtInit.Var"];

    /// <summary>The initial weights.</summary>
    public WtInitParams WtInit { get; } = new();

    /// <summary>How the weights learn.</summary>
    public LearnParams Learn { get; } = new();

    internal SynapseStore Synapses { get; private set; } = null!;

    internal bool HasNewParameters => _constants != new LearnConstants(Learn);

    internal override long Bytes => base.Bytes + Synapses.Bytes;

    private BackpropLayer From => (BackpropLayer)Sender;

    private BackpropLayer To => (BackpropLayer)Receiver;

    private BackpropNetwork BackpropNetwork => (BackpropNetwork)Receiver.Network!;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        Synapses = new SynapseStore(Connections);
        _row = new AlignedFloats(Synapses.Stride);
        TakeParameters();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters() => WtInit.Check($"Prjn '{Name}', WtInit");

    internal void TakeParameters() => _constants = new LearnConstants(Learn);

    /// <summary>Draws the weights of a run, and forgets what learning remembers.</summary>
    internal void InitializeWeights(long seed, int run)
    {
        TakeParameters();
        // Several projections between the same layers have one name, and weights of their own all the same.
        var others = Receiver.ReceivingProjections.TakeWhile(p => p != this).Count(p => p.Sender == Sender);
        var random = new CounterRandom(seed, run, CounterRandom.StreamOf($"weights {Name}") + (ulong)others);
        var scales = new float[Receiver.UnitCount];
        for (var r = 0; r < scales.Length; r++) { scales[r] = WtInit.ByFanIn ? (float)(1 / Math.Sqrt(Math.Max(FanIn(r), 1))) : 1f; }
        for (var s = 0; s < Sender.UnitCount; s++)
        {
            var receivers = Synapses.ReceiversOf(s);
            var weights = Synapses.Wt.Slice(Synapses.Row(s).Start, receivers.Length);
            WtInit.Generate(weights, in random, (ulong)Connections.SenderStart(s));
            for (var k = 0; k < weights.Length; k++) { weights[k] *= scales[receivers[k]]; }
        }
        Synapses.Learned.Reset(0, Synapses.Wt.Length);
        Synapses.WeightsChange();
    }

    /// <summary>Adds to the receivers' Net what the sender's activations bring.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Send()
    {
        var active = From.Active;
        if (Synapses.IsFull)
        {
            FullRows.Add(active, ref Synapses.Wt.Start, Synapses.Stride, ref To.First(To.State.Net));
            return;
        }
        var net = To.Column(To.State.Net);
        for (var a = 0; a < active.Units.Length; a++)
        {
            var act = active.Values[a];
            ReadOnlySpan<int> receivers = Synapses.ReceiversOf(active.Units[a]);
            ReadOnlySpan<float> weights = Weights(active.Units[a]);
            for (var k = 0; k < weights.Length; k++) { net[receivers[k]] += act * weights[k]; }
        }
    }

    /// <summary>Adds to the senders' Err what the receivers' Delta sends back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SendBack()
    {
        if (Synapses.IsFull)
        {
            FullRows.Add(To.Erring, ref Synapses.Transposed().Start, Synapses.TransposedStride, ref From.First(From.State.Err));
            return;
        }
        ReadOnlySpan<float> delta = To.Column(To.State.Delta);
        var err = From.Column(From.State.Err);
        for (var s = 0; s < err.Length; s++)
        {
            var sum = err[s];
            ReadOnlySpan<int> receivers = Synapses.ReceiversOf(s);
            ReadOnlySpan<float> weights = Weights(s);
            for (var k = 0; k < weights.Length; k++) { sum += delta[receivers[k]] * weights[k]; }
            err[s] = sum;
        }
    }

    /// <inheritdoc/>
    protected override float SynapseCore(int variable, int sender, int receiver)
    {
        var place = Synapses.Find(sender, receiver);
        return variable switch
        {
            0 => Synapses.Wt.Span[place],
            1 => BackpropNetwork.TrialsInBatch > 0 && Synapses.DWt is { } dwt ? dwt.Span[place] : 0f,
            2 => Synapses.Learned.Moment is { } moment ? moment.Span[place] : 0f,
            _ => Synapses.Learned.Square is { } square ? square.Span[place] : 0f,
        };
    }

    /// <inheritdoc/>
    protected internal override void SetWeightCore(int sender, int receiver, float weight)
    {
        Synapses.Wt.Span[Synapses.Find(sender, receiver)] = weight;
        Synapses.WeightsChange();
    }

    /// <summary>The number of synapses of a receiving unit, over all projections of its layer.</summary>
    private int FanIn(int receiver)
    {
        var count = 0;
        foreach (var projection in Receiver.ReceivingProjections) { count += projection.Connections.SendersOf(receiver).Length; }
        return count;
    }

    private ReadOnlySpan<float> Weights(int sender)
    {
        var (start, count) = Synapses.Row(sender);
        return Synapses.Wt.Slice(start, count);
    }
}
