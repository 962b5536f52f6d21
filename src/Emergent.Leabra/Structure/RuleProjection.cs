using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection whose weights learn by a rule of its own, instead of the contrast of two phases.</summary>
/// <remarks>The rule says how much a synapse changes; normalization, momentum and bounds are those of every projection; a rule that gives whole changes (<see cref="ISynapseRule.IsWhole"/>) has bounds alone.</remarks>
public abstract class RuleProjection : LeabraProjection
{
    private protected RuleProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind)
        : base(sender, receiver, connectivity, kind) { }

    /// <summary>Sets the defaults of rules that learn by dopamine: weights are linear, and changes are neither normalized nor balanced, and have no momentum.</summary>
    private protected void LearnPlainly()
    {
        Learn.WtSig.Gain = 1f;
        Learn.Norm.On = Learn.Momentum.On = Learn.WtBal.On = false;
    }

    /// <inheritdoc/>
    /// <remarks>In two steps: the changes of a rule go through DWt.</remarks>
    protected internal override void LearnWeights()
    {
        ComputeWeightChanges();
        ApplyWeightChanges();
    }

    internal override bool Visits(int sender) => Learn.Learn;

    /// <summary>Adds to DWt what a rule says of every sender's synapses.</summary>
    private protected void ComputeByRule<TRule>(TRule rule) where TRule : struct, ISynapseRule
    {
        if (!Learn.Learn) { return; }
        NoteChanges();
        LeabraReceiver.LeabraNetwork.Workers.Run(new RuleWork<TRule>(this, rule, Synapses.RequireDWt()), Synapses.Senders, Synapses.Length);
    }

    /// <summary>A rule over rows of synapses, divided among threads by senders: rows have nothing in common.</summary>
    private readonly struct RuleWork<TRule>(RuleProjection projection, TRule rule, AlignedFloats changes) : IParallelWork where TRule : struct, ISynapseRule
    {
        public void Do(int start, int end)
        {
            Span<float> largest = stackalloc float[CacheLine.Floats];
            var synapses = projection.Synapses;
            ref readonly var constants = ref projection.Constants;
            var gather = RuleGather.Mine(synapses.LongestRow);
            var own = rule;
            for (var sender = start; sender < end; sender++)
            {
                var (place, count) = synapses.Row(sender);
                if (count == 0) { continue; }
                own.Begin(projection.LeabraSender.First + sender, place);
                largest.Clear();
                // Without the padding: what units' columns hold there is nothing to learn from.
                Kernel.Run(
                    new RuleKernel<TRule>(
                        own, gather.Row(in own, synapses, sender, projection.LeabraReceiver.First), in constants, ref synapses.LWt.Span[place], ref changes.Span[place],
                        ref synapses.Moment.Span[place], constants.NormDecay * synapses.Norm[sender], largest),
                    0, count);
                if (constants.Norm && !TRule.IsWhole) { synapses.Norm[sender] = Largest.Of(largest).Value; }
            }
        }
    }
}
