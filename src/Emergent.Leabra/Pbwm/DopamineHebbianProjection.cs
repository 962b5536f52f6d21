using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection that learns what is active together, as far as dopamine says.</summary>
/// <remarks>dwt = (DALrn × receiver's Act) × sender's Act. Normalization, momentum and balance are off, weights are linear. Source: emergent leabra, pbwm, DaHebbPrjn.</remarks>
public class DopamineHebbianProjection : RuleProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    public DopamineHebbianProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) =>
        LearnPlainly();

    /// <inheritdoc/>
    public override string TypeName => "DaHebbPrjn";

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<PbwmLayer>("dopamine does not reach it; it must be a PbwmLayer or a type of it (ModLayer, MatrixLayer, PFCDeepLayer).");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        var receiver = (PbwmLayer)Receiver;
        receiver.ShowModulators();
        ComputeByRule(new Rule(LeabraSender.State, receiver.State, receiver.DALrnColumn));
    }

    private struct Rule(NeuronState senders, NeuronState receivers, AlignedFloats daLrn) : ISynapseRule
    {
        private float _act;

        public readonly int Columns => 2;

        public readonly AlignedFloats Column(int index) => index == 0 ? daLrn : receivers.Act;

        public void Begin(int sender, int place) => _act = senders.Act.Span[sender];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T> => row.First<T>(i) * row.Second<T>(i) * _act;
    }
}
