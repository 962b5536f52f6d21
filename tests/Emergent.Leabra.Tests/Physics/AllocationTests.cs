namespace Emergent.Leabra.Tests;

[Collection(WidthsCollection.Name)]   // alone, so that the runtime compiles nothing else meanwhile
public class AllocationTests
{
    [Theory]
    [InlineData("plain", 1)]
    [InlineData("rich", 1)]
    [InlineData("spiking", 1)]
    [InlineData("plain", 3)]
    [InlineData("rich", 3)]
    public void Trials_allocate_nothing(string name, int threads)
    {
        var network = name switch { "plain" => SmallNet.Plain(), "rich" => SmallNet.Rich(), _ => SmallNet.Spiking() };
        network.Threads = threads;
        SmallNet.Train(network, 30);   // warm: everything that is made once is made, and balance has run

        var before = GC.GetAllocatedBytesForCurrentThread();
        SmallNet.Train(network, 20);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
