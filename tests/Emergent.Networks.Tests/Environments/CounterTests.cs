using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class CounterTests
{
    [Fact]
    public void New_or_initialized_counter_is_at_zero_with_nothing_before()
    {
        var counter = new Counter(TimeScale.Trial, maximum: 3);
        Assert.Equal((0, -1, false), counter.Query());
        counter.Increment();
        counter.Initialize();
        Assert.Equal((0, -1, false), counter.Query());
        counter.Initialize(-1);
        Assert.False(counter.Increment());
        Assert.Equal((0, -1, true), counter.Query());
    }

    [Fact]
    public void Counter_begins_again_at_its_maximum_as_in_the_reference()
    {
        var counter = new Counter(TimeScale.Trial, maximum: 3);
        foreach (var row in Table.Load(GoldenData.Find("f/env_ctr.tsv")!).Rows)
        {
            Assert.Equal(row.Get<bool>("ret"), counter.Increment());
            Assert.Equal((row.Get<int>("Cur"), row.Get<int>("Prv"), row.Get<bool>("Chg")), counter.Query());
        }
    }

    [Fact]
    public void Counter_without_a_maximum_never_begins_again()
    {
        var counter = new Counter(TimeScale.Epoch);
        for (var i = 0; i < 1000; i++) { Assert.False(counter.Increment()); }
        Assert.Equal((1000, 999, true), counter.Query());
    }

    [Fact]
    public void Set_tells_whether_the_count_changed()
    {
        var counter = new Counter(TimeScale.Run);
        counter.Set(5);
        Assert.Equal((5, 0, true), counter.Query());
        counter.Set(5);
        Assert.Equal((5, 0, false), counter.Query());
        counter.Increment();
        counter.Same();
        Assert.Equal((6, 5, false), counter.Query());
        Assert.Equal("Run: 6", counter.ToString());
    }

    [Fact]
    public void Count_is_the_remainder_and_rounds_are_the_quotient() => Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (maximum, steps) =>
    {
        var counter = new Counter(TimeScale.Trial, maximum);
        counter.Initialize();
        var rounds = Enumerable.Range(0, steps).Count(_ => counter.Increment());
        return (counter.Current, counter.Previous, counter.Changed, rounds) == (steps % maximum, (steps - 1) % maximum, true, steps / maximum);
    }).Check(Config.QuickThrowOnFailure.WithReplay(2, 5));
}
