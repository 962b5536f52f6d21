using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Learns to predict the reward to come, by temporal differences.</summary>
/// <remarks>
/// dwt = DA × sender's ActQ0: dopamine of this trial teaches what was active in the one before.
/// Source: Sutton and Barto (1998), Reinforcement Learning; emergent leabra, rl, TDRewPredPrjn.
/// </remarks>
public class TDRewardPredictionProjection : DopamineProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    public TDRewardPredictionProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "TDRewPredPrjn";

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges() => ComputeByRule(new Rule(Dopamine, LeabraSender.State));

    private struct Rule(float da, NeuronState senders) : ISynapseRule
    {
        private readonly float _da = da;
        private float _change;

        public readonly int Columns => 0;

        public readonly AlignedFloats Column(int index) => senders.Act;

        public void Begin(int sender, int place) => _change = _da * senders.ActQ0.Span[sender];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T> => _change;
    }
}
