using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection between entorhinal cortex and CA1, whose minus phase is the first quarter, in which CA1 is driven by the cortex alone.</summary>
/// <remarks>
/// dwt = f(s.AvgSLrn r.AvgSLrn, r.AvgL) LLrn + (s₊ r₊ − s₁ r₁) MLrn, with ₊ the last and ₁ the first quarter's activation, f and the gains as in <see cref="XCalParams"/>.
/// Source: emergent leabra, hip, EcCa1Prjn.
/// </remarks>
public class EcCa1Projection : RuleProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    public EcCa1Projection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward) : base(sender, receiver, connectivity, kind) =>
        Learn.Norm.On = Learn.Momentum.On = Learn.WtBal.On = false;

    /// <inheritdoc/>
    public override string TypeName => "EcCa1Prjn";

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges() => ComputeByRule(new Rule(in Constants, LeabraSender.State, LeabraReceiver.State));

    private struct Rule(in LearnConstants p, NeuronState senders, NeuronState receivers) : ISynapseRule
    {
        private readonly LearnConstants _p = p;
        private float _plus, _first, _short;

        public readonly int Columns => 5;

        public readonly AlignedFloats Column(int index) => index switch
        {
            0 => receivers.ActP,
            1 => receivers.ActQ1,
            2 => receivers.AvgSLrn,
            3 => receivers.AvgL,
            _ => receivers.AvgLLrn,
        };

        public void Begin(int sender, int place) => (_plus, _first, _short) = (senders.ActP.Span[sender], senders.ActQ1.Span[sender], senders.AvgSLrn.Span[sender]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>
        {
            var error = row.First<T>(i) * _plus - row.Second<T>(i) * _first;
            var association = LearningRule.XCal(in _p, row.Third<T>(i) * _short, row.Fourth<T>(i));
            return association * (_p.SetLLrn ? (T)_p.LLrn : row.Fifth<T>(i)) + error * _p.MLrn;
        }
    }
}
