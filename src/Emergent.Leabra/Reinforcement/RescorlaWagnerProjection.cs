using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Learns to predict reward by the rule of Rescorla and Wagner.</summary>
/// <remarks>
/// dwt = DA × sender's Act; nothing where the prediction is at its upper limit and would rise, or at its lower and would fall.
/// Source: Rescorla and Wagner (1972); emergent leabra, rl, RWPrjn.
/// </remarks>
public class RescorlaWagnerProjection : DopamineProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    public RescorlaWagnerProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "RWPrjn";

    /// <summary>Dopamine up to this size, of either sign, changes nothing; 0, the default, for no such tolerance.</summary>
    [Styled, Range(0.0, 10.0)]
    public float DaTol { get; set; }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        var da = Dopamine;
        if (DaTol > 0f && MathF.Abs(da) <= DaTol) { return; }
        ComputeByRule(new Rule(da, LeabraSender.State, LeabraReceiver.State));
    }

    private struct Rule(float da, NeuronState senders, NeuronState receivers) : ISynapseRule
    {
        private readonly float _da = da, _daAbove = da > 0f ? 0f : da, _daBelow = da < 0f ? 0f : da;
        private float _act;

        public readonly int Columns => 2;

        public readonly AlignedFloats Column(int index) => index == 0 ? receivers.Ge : receivers.Act;

        public void Begin(int sender, int place) => _act = senders.Act.Span[sender];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>
        {
            T ge = row.First<T>(i), act = row.Second<T>(i);
            return T.IfLess(act, ge, _daAbove, T.IfLess(ge, act, _daBelow, _da)) * _act;
        }
    }
}
