
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
        AssertMemory(Connectivity.Circle(8), 225 * 10_000);
        AssertMemory(Connectivity.Circle(8).Reversed(), 225 * 10_000);
        AssertMemory(new RectConnectivity { Size = new(14, 14), Start = new(-7, -7) }, 196 * 10_000);

        // A matrix of pairs would take 100 million places. The two indices take 8 bytes a synapse, gathering them 8 more; units take a little besides.
        static void AssertMemory(Connectivity pattern, int synapses)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(synapses, pattern.Connect([100, 100], [100, 100]).Count);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 8L * synapses, 17L * synapses);
        }
    }

    [Fact]
    public void Pairs_added_twice_leave_no_gap_in_a_larger_set()
    {
        var builder = new ConnectionsBuilder(300, 500);
        for (var twice = 0; twice < 2; twice++)
        {
            for (var r = 499; r >= 0; r--) { builder.AddBlock(r, 1, r % 100, 150); }
        }
        var connections = builder.Build();
        Assert.Equal(500 * 150, connections.Count);
        for (var r = 0; r < 500; r++) { Assert.Equal(Enumerable.Range(r % 100, 150), connections.SendersOf(r).ToArray()); }
        Assert.Equal(Enumerable.Range(0, 500).Where(r => r % 100 <= 99), connections.ReceiversOf(99).ToArray());
    }

    [Fact]
    public void Transposed_connections_have_sender_and_receiver_exchanged()
    {
        var builder = new ConnectionsBuilder(senderCount: 4, receiverCount: 3);
        foreach (var (receiver, sender) in new[] { (2, 3), (0, 1), (2, 0) }) { builder.Add(receiver, sender); }
        var transposed = builder.Build().Transposed();
        Assert.Equal((3, 4, 3), (transposed.SenderCount, transposed.ReceiverCount, transposed.Count));
        Assert.Equal([2], transposed.SendersOf(3).ToArray());
        Assert.Equal([0, 3], transposed.ReceiversOf(2).ToArray());
        var full = Connectivity.Full.Connect([1, 3], [1, 2]).Transposed();
        Assert.Equal((true, 2, 3), (full.IsFull, full.SenderCount, full.ReceiverCount));
    }

    [Fact]
    public void Connections_are_printed_as_a_matrix_of_a_line_for_each_receiver() =>
        Assert.Equal(
            """
            0 1.1.
            1 .1.1
            2 1.1.

            """.ReplaceLineEndings("\n"),
            EverySecond().ToMatrixText());

    [Fact]
    public void Fields_are_printed_as_grids_of_the_sending_layer_with_its_pools_apart()
    {
        var connections = Connectivity.PoolSameUnit.Connect([2, 2, 2, 2], [2, 2]);
        Assert.Equal("receiver 2: 4 senders\n.. ..\n1. 1.\n\n.. ..\n1. 1.\n\n", connections.ToFieldsText([2, 2, 2, 2], 2));
        Assert.Equal(4, connections.ToFieldsText([2, 2, 2, 2]).Split("receiver ").Length - 1);
        Assert.Equal("16 synapses; senders per receiver 4; receivers per sender 1", connections.ToString());
        Assert.Equal("6 synapses; senders per receiver 2; receivers per sender 1–2", EverySecond().ToString());
    }

    [Fact]
    public void Printing_what_does_not_fit_is_an_error()
    {
        Assert.Contains("shape [3] has 3 units in 1 dimensions", Assert.Throws<ArgumentException>(() => Connectivity.OneToOne.Connect([1, 3], [1, 3]).ToFieldsText([3])).Message, StringComparison.Ordinal);
        Assert.Contains("have 3 senders; shape [2, 2] has 4 units", Assert.Throws<ArgumentException>(() => Connectivity.OneToOne.Connect([1, 3], [1, 3]).ToFieldsText([2, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("no receiver 3", Assert.Throws<ArgumentOutOfRangeException>(() => Connectivity.OneToOne.Connect([1, 3], [1, 3]).ToFieldsText([1, 3], 3)).Message, StringComparison.Ordinal);
        Assert.Contains("100,000,000 characters", Assert.Throws<EmergentException>(() => Connectivity.OneToOne.Connect([100, 100], [100, 100]).ToMatrixText()).Message, StringComparison.Ordinal);
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

    private static Connections EverySecond()
    {
        var builder = new ConnectionsBuilder(senderCount: 4, receiverCount: 3);
        for (var r = 0; r < 3; r++) { for (var s = r % 2; s < 4; s += 2) { builder.Add(r, s); } }
        return builder.Build();
    }
}
