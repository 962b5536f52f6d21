using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection whose rule of learning is written as a plain method over the synapses of one sender, for mechanisms outside this assembly.</summary>
/// <remarks>Normalization, momentum, learning rate, bounds and contrast are those of every projection, and so is the division among threads.</remarks>
public abstract class RowRuleProjection : RuleProjection
{
    [ThreadStatic] private static AlignedFloats? _mine;
    private int[] _all = [];

    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    protected RowRuleProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) { }

    /// <summary>Says how much the synapses of one sender change, before normalization, momentum and the learning rate.</summary>
    /// <remarks>Several threads do so at once, each for senders of its own: read units and parameters, change nothing but <paramref name="changes"/>.</remarks>
    /// <param name="sender">The sending unit.</param>
    /// <param name="receivers">The receiving units, ascending.</param>
    /// <param name="linearWeights">LWt of each synapse, 0…1.</param>
    /// <param name="changes">The change of each synapse; 0 at first.</param>
    protected abstract void Change(int sender, ReadOnlySpan<int> receivers, ReadOnlySpan<float> linearWeights, Span<float> changes);

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        if (Synapses.IsFull) { _all = [.. Enumerable.Range(0, Receiver.UnitCount)]; }
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges() => ComputeByRule(new Rule(this));

    private struct Rule(RowRuleProjection projection) : ISynapseRule
    {
        private AlignedFloats _changes = null!;

        public readonly int Columns => 0;

        public readonly AlignedFloats Column(int index) => _changes;

        public void Begin(int sender, int place)
        {
            var synapses = projection.Synapses;
            var unit = sender - projection.LeabraSender.First;
            var receivers = synapses.IsFull ? projection._all : synapses.ReceiversOf(unit);
            if (_mine is null || _mine.Length < synapses.LongestRow) { _mine = new AlignedFloats(AlignedFloats.Padded(synapses.LongestRow)); }
            _changes = _mine;
            var changes = _changes.Slice(0, receivers.Length);
            changes.Clear();
            projection.Change(unit, receivers, synapses.LWt.Slice(place, receivers.Length), changes);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T> => T.Load(ref _changes.Start, i);
    }
}
