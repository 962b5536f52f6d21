using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The same number of distinct senders for each receiver, drawn from a range of senders.</summary>
/// <param name="seed">The seed of the choice.</param>
/// <param name="stream">The stream of the pattern that draws.</param>
/// <param name="pCon">The proportion of the range that each receiver gets.</param>
/// <param name="withoutSelf">Whether a receiver that is itself in the range is left out of it.</param>
internal readonly struct RandomSenders(long seed, ulong stream, float pCon, bool withoutSelf)
{
    /// <summary>That proportion of so many, rounded, halves away from zero.</summary>
    public static int CountOf(float pCon, int candidates) => (int)Math.Round((double)pCon * candidates, MidpointRounding.AwayFromZero);

    /// <summary>Connects a range of receivers, each to its own choice; the choice depends on the seed and the receiver's index alone.</summary>
    public void AddTo(ConnectionsBuilder connections, int firstReceiver, int receivers, int firstSender, int senders)
    {
        // The first steps of a Fisher-Yates shuffle, undone after each receiver: linear in the synapses, not in the pairs.
        int[] order = [.. Enumerable.Range(0, senders)], swaps = new int[CountOf(pCon, senders)];
        for (var receiver = firstReceiver; receiver < firstReceiver + receivers; receiver++)
        {
            var self = withoutSelf && receiver >= firstSender && receiver < firstSender + senders ? receiver - firstSender : int.MaxValue;
            var candidates = self == int.MaxValue ? senders : senders - 1;
            var chosen = CountOf(pCon, candidates);
            var random = new CounterRandom(seed, run: 0, stream, (ulong)receiver);
            for (var k = 0; k < chosen; k++)
            {
                swaps[k] = k + random.NextInt(candidates - k);
                (order[k], order[swaps[k]]) = (order[swaps[k]], order[k]);
                connections.Add(receiver, firstSender + (order[k] >= self ? order[k] + 1 : order[k]));
            }
            for (var k = chosen - 1; k >= 0; k--) { (order[k], order[swaps[k]]) = (order[swaps[k]], order[k]); }
        }
    }
}
