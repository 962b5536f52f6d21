using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection of Leabra synapses.</summary>
/// <remarks>Its steps are virtual, one method each: a mechanism overrides some. Source: emergent leabra, prjn.go.</remarks>
public partial class LeabraProjection : Projection
{
    private LearnConstants _constants;
    private ReceiverAverages _averages = null!;
    private AlignedFloats _sums = null!;

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

    /// <summary>What a mechanism has switched the strength to for a part of a trial; null where <see cref="WtScale"/> acts, which is the user's and is left alone.</summary>
    internal WtScaleParams? Switched { get; set; }

    /// <summary>The strength that acts now.</summary>
    internal WtScaleParams ActingScale => Switched ?? WtScale;

    internal SynapseStore Synapses { get; private set; } = null!;

    internal ref readonly LearnConstants Constants => ref _constants;

    internal LeabraLayer LeabraSender => (LeabraLayer)Sender;

    internal LeabraLayer LeabraReceiver => (LeabraLayer)Receiver;

    /// <summary>The column of the receiver's network that this projection adds to: excitation, or inhibition for inhibitory ones.</summary>
    private protected virtual AlignedFloats Target => Kind == ProjectionKind.Inhib ? LeabraReceiver.State.GiRaw : LeabraReceiver.State.GeRaw;

    internal override long Bytes => base.Bytes + Synapses.Bytes;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        Synapses = new SynapseStore(Connections);
        Balance = new WeightBalance(Receiver.UnitCount);
        _averages = new ReceiverAverages(Receiver.UnitCount);
        _sums = new AlignedFloats(AlignedFloats.Padded(Receiver.UnitCount) + CacheLine.Floats);
        UpdateConstants();
    }

    /// <summary>Refuses a receiving layer of a type that this type of projection cannot serve.</summary>
    /// <typeparam name="TLayer">The type that it can, or an interface of it.</typeparam>
    /// <param name="rule">What the layer must be, and what else can be done, as a sentence.</param>
    /// <exception cref="EmergentException">The layer is of another type; the message names both layers and the rule.</exception>
    private protected void RequireReceiver<TLayer>(string rule)
    {
        if (Receiver is not TLayer) { throw new EmergentException($"Projection '{Name}' ({TypeName}) from layer '{Sender.Name}': layer '{Receiver.Name}' is of type {Receiver.TypeName}; {rule}"); }
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters() => WtInit.Check($"Prjn '{Name}', WtInit");

    /// <summary>Recomputes what follows from parameters; done at the start of each trial.</summary>
    protected internal virtual void UpdateConstants() => _constants = new LearnConstants(Learn, LrateFactor);

    /// <summary>Forgets what was received in the trial so far, where the projection keeps some of its own; its receiver forgets what it keeps.</summary>
    protected internal virtual void ClearReceived() { }

    /// <summary>Adds what the sender sends in this cycle to the raw conductance of some receiving units; several threads do so at once, each for its own.</summary>
    /// <param name="start">The first unit, at the start of a cache line.</param>
    /// <param name="count">How many; whole cache lines, so that it may reach into the padding behind the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal virtual void ReceiveConductance(int start, int count)
    {
        var senders = LeabraSender.Senders;
        if (senders.Count == 0) { return; }
        if (Synapses.IsFull)
        {
            DenseDelivery.Run(senders.Units, senders.Changes, GScale, ref Synapses.Wt.Start, Synapses.Stride, ref _sums.Start, ref Target.Span[LeabraReceiver.First], start, count);
        }
        else { ReceiveSparse(senders, start, count); }
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
            SynapseVariables.Norm => s.Norm[sender],
            SynapseVariables.Moment => s.Moment.Span[place],
            _ => s.ScaleAt(place),
        };
    }

    /// <inheritdoc/>
    protected override void SynapseValuesCore(int variable, Span<float> values)
    {
        var s = Synapses;
        switch (variable)
        {
            case 0: s.CopyByReceiver(s.Wt, Connections, values); break;
            case 1: s.CopyByReceiver(s.LWt, Connections, values); break;
            case 2 when s.DWt is { } changes: s.CopyByReceiver(changes, Connections, values); break;
            default: base.SynapseValuesCore(variable, values); break;   // types of projections show other columns there
        }
    }

    /// <inheritdoc/>
    protected internal override void SetWeightCore(int sender, int receiver, float weight)
    {
        var place = Synapses.Find(sender, receiver);
        Synapses.Wt.Span[place] = weight;
        Synapses.LWt.Span[place] = Contrast.Linear(Learn.WtSig, weight / Synapses.ScaleAt(place));
    }

    /// <inheritdoc/>
    /// <remarks>Wt sets the LWt that belongs to it, as in the reference; the others set themselves alone. Norm is one number for all synapses of the sender.</remarks>
    protected override void SetSynapseCore(int variable, int sender, int receiver, float value)
    {
        var s = Synapses;
        var place = s.Find(sender, receiver);
        switch (variable)
        {
            case 0: SetWeightCore(sender, receiver, value); break;
            case 1: s.LWt.Span[place] = value; break;
            case 2: s.RequireDWt().Span[place] = value; break;
            case SynapseVariables.Norm: s.Norm[sender] = value; break;
            case SynapseVariables.Moment: s.Moment.Span[place] = value; break;
            default: s.RequireScale().Span[place] = value; break;
        }
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<(string Name, float Value)> WeightsMetaData => [("GScale", GScale)];

    /// <inheritdoc/>
    protected internal override void SetWeightsMetaData(string name, float value)
    {
        if (name == "GScale") { GScale = value; }
    }

    private LeabraNetwork LeabraNetwork => LeabraReceiver.LeabraNetwork;

    private void ReceiveSparse(SenderList senders, int start, int count)
    {
        var end = Math.Min(start + count, Receiver.UnitCount);
        _sums.Slice(start, end - start).Clear();
        SparseDelivery.Run(Synapses, senders.Units, senders.Changes, GScale, ref _sums.Start, start, end);
        Kernel.Run(new AddKernel(ref Target.Span[LeabraReceiver.First], ref _sums.Start), start, end - start);
    }
}
