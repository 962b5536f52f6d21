
namespace Emergent.Networks.Tests;

public class ConnectionsTests
{
    [Fact]
    public void Pairs_added_in_any_order_and_more_than_once_count_once_and_come_out_ascending()
    {
        var builder = new ConnectionsBuilder(senderCount: 4, receiverCount: 3);
        foreach (var (receiver, sender) in new[] { (2, 3), (0, 1), (2, 0), (0, 1), (2, 3), (0, 0) }) { builder.Add(receiver, sender); }
        var connections = builder.Build();

        Assert.Equal(4, connections.Count);
        Assert.False(connections.IsFull);
        Assert.Equal([0, 1], connections.SendersOf(0).ToArray());
        Assert.Empty(connections.SendersOf(1).ToArray());
        Assert.Equal([0, 3], connections.SendersOf(2).ToArray());
        Assert.Equal([0, 2], connections.ReceiversOf(0).ToArray());
        Assert.Equal([2], connections.ReceiversOf(3).ToArray());
        Assert.True(connections.Contains(receiver: 2, sender: 3));
        Assert.False(connections.Contains(receiver: 1, sender: 3));
    }

    [Fact]
    public void Connections_that_happen_to_be_complete_are_full()
    {
        var builder = new ConnectionsBuilder(2, 2);
        builder.AddBlock(0, 2, 0, 2);
        builder.Add(1, 1);
        var connections = builder.Build();

        Assert.True(connections.IsFull);
        Assert.Equal(4, connections.Count);
        Assert.True(new RectConnectivity { Size = new(5, 4) }.Connect([4, 5], [2, 2]).IsFull);
    }

    [Fact]
    public void Full_connections_of_large_layers_take_no_memory_for_their_synapses()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var connections = Connectivity.Full.Connect([200, 200], [200, 250]);
        var senders = connections.SendersOf(49_999).Length;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2_000_000_000, connections.Count);
        Assert.Equal(40_000, senders);
        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Fact]
    public void More_synapses_than_an_array_holds_are_refused()
    {
        var error = Assert.Throws<EmergentException>(() => Connectivity.Full.Connect([300, 300], [300, 300]));
        Assert.Contains("8100000000 synapses", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_million_synapses_between_layers_of_ten_thousand_units_take_memory_for_themselves_only()
    {
        var pattern = new RectConnectivity { Size = new(14, 14), Start = new(-7, -7) };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1_960_000, pattern.Connect([100, 100], [100, 100]).Count);
        // A matrix of pairs would take 100 million places; lists, and copies to sort them, some ten numbers a synapse.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 8 * 1_960_000, 60 * 1_960_000);
    }

    [Fact]
    public void No_connections_at_all_are_a_count_of_zero()
    {
        var connections = new ConnectionsBuilder(3, 2).Build();
        Assert.Equal(0, connections.Count);
        Assert.False(connections.IsFull);
        Assert.Empty(connections.SendersOf(1).ToArray());
    }

    [Fact]
    public void Units_that_do_not_exist_are_refused_by_name()
    {
        var builder = new ConnectionsBuilder(3, 2);
        Assert.Contains("no receiver 2", Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(2, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("no sender -1", Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(0, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Connectivity.Full.Connect([1, 3], [1, 2]).SendersOf(2).Length; });
    }
}
