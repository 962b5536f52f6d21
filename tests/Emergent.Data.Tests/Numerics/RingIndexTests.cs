using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class RingIndexTests
{
    [Fact]
    public void Places_are_those_of_the_reference()
    {
        var ring = new RingIndex(4);
        foreach (var row in GoldenData.Table("f/ringidx.tsv"))
        {
            if (row["op"] == "Add1") { ring.Add(); }
            else { ring.RemoveOldest(2); }
            Assert.Equal((row["StIdx"], row["Len"], row["Max"], row["idx0"], row["last"]), ($"{ring.Start}", $"{ring.Count}", $"{ring.Capacity}", $"{ring[0]}", $"{ring.Last}"));
        }
    }

    [Fact]
    public void Ring_holds_what_a_queue_of_its_size_holds() => Prop.ForAll(
        (from capacity in Gen.Choose(1, 6) from steps in Gen.ArrayOf(Gen.Choose(-3, 9)) select (capacity, steps)).ToArbitrary(),
        ((int Capacity, int[] Steps) given) =>
        {
            var (ring, array, queue, next) = (new RingIndex(given.Capacity), new int[given.Capacity], new List<int>(), 0);
            foreach (var step in given.Steps)
            {
                if (step < 0)
                {
                    var count = Math.Min(-step, queue.Count);
                    ring.RemoveOldest(count);
                    queue.RemoveRange(0, count);
                }
                for (var i = 0; i < step; i++)
                {
                    ring.Add();
                    array[ring.Last] = next;
                    queue.Add(next++);
                    if (queue.Count > given.Capacity) { queue.RemoveAt(0); }
                }
                if (!queue.SequenceEqual(Enumerable.Range(0, ring.Count).Select(i => array[ring[i]]))) { return false; }
            }
            return true;
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void Adding_many_at_once_is_adding_them_one_by_one()
    {
        RingIndex one = new(5), many = new(5);
        foreach (var count in (int[])[0, 2, 7, 1, 23])
        {
            for (var i = 0; i < count; i++) { one.Add(); }
            many.Add(count);
            Assert.Equal((one.Start, one.Count), (many.Start, many.Count));
        }
        many.Add(int.MaxValue);
        Assert.True(many.IsFull);
    }

    [Fact]
    public void Items_that_are_not_there_are_refused()
    {
        var ring = new RingIndex(3);
        Assert.Throws<InvalidOperationException>(() => ring.Last);
        ring.Add(2);
        Assert.Equal((true, false, false), (ring.IsValid(1), ring.IsValid(2), ring.IsValid(-1)));
        Assert.Contains("Item 2 is not in the ring; it has 2", Assert.Throws<ArgumentOutOfRangeException>(() => ring[2]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.RemoveOldest(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.Add(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RingIndex(0));
        ring.Clear();
        Assert.Equal(0, ring.Count);
    }
}
