using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection that learns by contrastive Hebbian learning, from activations at the ends of quarters.</summary>
/// <remarks>The rule bounds changes itself, so the soft bounds of every projection are off while it is on. Source: emergent leabra, hip, CHLPrjn.</remarks>
public class CHLProjection : RuleProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    public CHLProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward) : base(sender, receiver, connectivity, kind)
    {
        Learn.Norm.On = Learn.Momentum.On = Learn.WtBal.On = false;
        Learn.WtSig.SoftBound = false;
    }

    /// <inheritdoc/>
    public override string TypeName => "CHLPrjn";

    /// <summary>The rule.</summary>
    public CHLParams CHL { get; } = new();

    /// <inheritdoc/>
    protected internal override void UpdateConstants()
    {
        if (CHL.On) { Learn.WtSig.SoftBound = false; }
        base.UpdateConstants();
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        if (!CHL.On)
        {
            ComputeByContrast();
            return;
        }
        var senders = LeabraSender.Pools[0];
        if (senders.ActP.Avg < CHL.SAvgThr) { return; }
        var correction = 0.5f / MathF.Max(CHL.SAvgThr, 0.5f + CHL.SAvgCor * (senders.ActPAvgEff - 0.5f));
        ComputeByRule(new Rule(CHL, correction, LeabraSender.State, LeabraReceiver.State));
    }

    private struct Rule(CHLParams p, float correction, NeuronState senders, NeuronState receivers) : ISynapseRule
    {
        private readonly float _hebb = p.Hebb, _err = 1f - p.Hebb, _correction = correction;
        private readonly AlignedFloats _senderPlus = senders.ActP, _senderMinus = p.MinusQ1 ? senders.ActQ1 : senders.ActM;
        private readonly AlignedFloats _receiverPlus = receivers.ActP, _receiverMinus = p.MinusQ1 ? receivers.ActQ1 : receivers.ActM;
        private float _plus, _minus, _silence;

        public readonly int Columns => 2;

        public readonly AlignedFloats Column(int index) => index == 0 ? _receiverPlus : _receiverMinus;

        public void Begin(int sender, int place)
        {
            (_plus, _minus) = (_senderPlus.Span[sender], _senderMinus.Span[sender]);
            _silence = 1f - _plus;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>
        {
            T plus = row.First<T>(i), minus = row.Second<T>(i);
            var hebb = plus * ((_correction - linearWeight) * _plus - linearWeight * _silence);
            var error = plus * _plus - minus * _minus;
            error *= T.IfLess(0f, error, 1f - linearWeight, linearWeight);
            return hebb * _hebb + error * _err;
        }
    }
}
