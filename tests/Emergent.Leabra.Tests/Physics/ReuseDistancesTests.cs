using Emergent.Data;

namespace Emergent.Leabra.Tests;

public class ReuseDistancesTests
{
    private const long Never = ReuseDistances.Never;

    [Theory]
    // Data a, b, c, d have 1, 10, 100 and 1000 bytes.
    [InlineData("abcabc", new[] { Never, Never, Never, 110, 101, 11 })]
    [InlineData("aaa", new[] { Never, 0, 0 })]
    [InlineData("abbba", new[] { Never, Never, 0, 0, 10 })]                                  // b counts once, however often it was touched
    [InlineData("abcdba", new[] { Never, Never, Never, Never, 1100, 1110 })]
    [InlineData("abacada", new[] { Never, Never, 10, Never, 100, Never, 1000 })]
    [InlineData("abcbcbcacab", new[] { Never, Never, Never, 100, 10, 100, 10, 110, 1, 100, 101 })]
    public void Distance_is_the_bytes_of_other_data_touched_since(string touches, long[] expected)
    {
        long[] bytes = [1, 10, 100, 1000];
        foreach (var times in (int[])[1, 2, 5, 1024])   // times are used up and numbered anew, or not
        {
            var distances = new ReuseDistances(times);
            Assert.Equal((0, 3), (distances.AddData(3), distances.AddData(1)));
            Assert.Equal(expected, touches.Select(datum => distances.Touch(datum - 'a', bytes[datum - 'a'])));
        }
    }

    [Fact]
    public void Distances_of_a_long_sequence_are_those_of_a_list_of_what_was_used_last()
    {
        var random = new CounterRandom(seed: 1, run: 0, stream: 0, index: 0);
        var distances = new ReuseDistances(times: 8);
        distances.AddData(50);
        var recent = new List<int>();   // the last used comes first
        for (var touch = 0; touch < 5000; touch++)
        {
            var datum = random.NextInt(50) * random.NextInt(50) / 50;
            var place = recent.IndexOf(datum);
            var expected = place < 0 ? Never : recent.Take(place).Sum(d => 7L * d + 1);
            Assert.Equal(expected, distances.Touch(datum, 7L * datum + 1));
            recent.Remove(datum);
            recent.Insert(0, datum);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(256 << 10, 0)]
    [InlineData((256 << 10) + 1, 1)]
    [InlineData(512 << 10, 1)]
    [InlineData(1 << 20, 2)]
    [InlineData((1 << 20) + 1, 3)]
    [InlineData(512L << 20, 11)]
    [InlineData(long.MaxValue, 11)]
    public void Classes_of_distance_end_at_powers_of_two(long distance, int index)
    {
        Assert.Equal(index, BytesByDistance.IndexOf(distance));
        var bytes = new BytesByDistance();
        bytes.Add(distance, 7);
        Assert.Equal(7, bytes.Bytes[index]);
        Assert.Equal(7, bytes.Bytes.Sum());
        Assert.Equal((256L << 10, 512L << 20), (BytesByDistance.Limit(0), BytesByDistance.Limit(BytesByDistance.Count - 1)));
    }
}
