using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The units of a layer that send in this cycle, ascending, with the change of activation that each sends.</summary>
/// <remarks>
/// Receivers walk this list instead of the layer: typically 5–15 % of the units. Every receiver's sum is then built in
/// ascending order of senders, whoever builds it, which is the reference's order. A slice of what <see cref="SenderCollector"/> finds.
/// </remarks>
internal sealed class SenderList(SenderCollector collector, LeabraLayer layer)
{
    private int _start;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Units => collector.Units.AsSpan(_start, Count);

    public ReadOnlySpan<float> Changes => collector.Changes.AsSpan(_start, Count);

    /// <summary>Takes this layer's share of what was collected, from <paramref name="next"/> on.</summary>
    /// <param name="next">The first that is left, and then the first of the layer behind.</param>
    /// <param name="end">The end of what was collected.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ref int next, int end)
    {
        _start = next;
        var units = collector.Units;
        int first = layer.First, last = first + layer.UnitCount, behind = first + AlignedFloats.Padded(layer.UnitCount);
        while (next < end && units[next] < last) { units[next++] -= first; }
        Count = next - _start;
        while (next < end && units[next] < behind) { next++; }   // padding is no sender
    }
}
