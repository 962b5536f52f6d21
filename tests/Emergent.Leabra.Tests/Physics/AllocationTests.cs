using Emergent.Networks;

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
    [InlineData("inter-inhibition", 1)]
    [InlineData("long conductances", 1)]
    [InlineData("long conductances", 3)]
    public void Trials_allocate_nothing(string name, int threads)
    {
        var network = name switch
        {
            "plain" => SmallNet.Plain(),
            "rich" => SmallNet.Rich(),
            "inter-inhibition" => SmallNet.InterInhibition(),
            "long conductances" => SmallNet.LongConductances(),
            _ => SmallNet.Spiking(),
        };
        network.Threads = threads;
        network.Workers.SharesAlways = threads > 1;
        SmallNet.Train(network, 30);   // warm: everything that is made once is made, and balance has run

        var before = GC.GetAllocatedBytesForCurrentThread();
        SmallNet.Train(network, 20);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Trials_of_an_environment_allocate_nothing_within_an_epoch()
    {
        var network = SmallNet.Plain();
        var environment = new TableEnvironment(Patterns.RandomBits(rows: 25, [5, 5], active: 6, seed: 1, "Input", "Output"), Order.Permuted, seed: 1);
        Train(26);   // an epoch, in which each pattern is shown for the first time, and the first trial of the next, which draws its order

        var before = GC.GetAllocatedBytesForCurrentThread();
        Train(20);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Train(int trials)
        {
            for (var trial = 0; trial < trials; trial++)
            {
                environment.Step();
                network.Present(environment);
                network.RunTrial(learn: true);
            }
        }
    }
}
