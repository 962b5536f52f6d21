using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>What holds for every mechanism: the same bits with any threads, vectors and way of learning, and no allocation.</summary>
[Collection(WidthsCollection.Name)]
public class MechanismTests
{
    private const int Trials = 12;   // one balance of weights, and some

    [Theory, MemberData(nameof(MechanismNets.Names), MemberType = typeof(MechanismNets))]
    public void Same_bits_with_any_threads_and_either_way_of_learning(string name)
    {
        var expected = Trained(name, threads: 1, inTwoSteps: false);
        Assert.Equal(expected, Trained(name, threads: 1, inTwoSteps: true));
        for (var threads = 2; threads <= 3; threads++) { Assert.Equal(expected, Trained(name, threads, inTwoSteps: false)); }
    }

    [Theory, MemberData(nameof(MechanismNets.Names), MemberType = typeof(MechanismNets))]
    public void Same_bits_at_every_width(string name) =>
        Widths.AssertSameBits(name, () => [.. Trained(name, threads: 1, inTwoSteps: false).Select(BitConverter.UInt32BitsToSingle)]);

    [Theory, MemberData(nameof(MechanismNets.Names), MemberType = typeof(MechanismNets))]
    public void Initializing_again_gives_the_same_bits(string name)
    {
        var network = MechanismNets.Make(name);
        SmallNet.Train(network, Trials);
        network.Initialize(seed: 1);
        network.ClearInputs();
        SmallNet.Train(network, Trials);
        Assert.Equal(Trained(name, threads: 1, inTwoSteps: false), SmallNet.Bits(network));
    }

    [Theory, MemberData(nameof(MechanismNets.Names), MemberType = typeof(MechanismNets))]
    public void Trials_allocate_nothing(string name)
    {
        var network = MechanismNets.Make(name);
        network.Threads = 1;
        SmallNet.Train(network, 20);   // warm: everything that is made once is made

        var before = GC.GetAllocatedBytesForCurrentThread();
        SmallNet.Train(network, 10);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory, MemberData(nameof(MechanismNets.Names), MemberType = typeof(MechanismNets))]
    public void Weights_change(string name)
    {
        var network = MechanismNets.Make(name);
        var before = Weights(network);
        SmallNet.Train(network, Trials);
        Assert.NotEqual(before, Weights(network));
    }

    [Fact]
    public void Values_of_layers_and_projections_themselves_are_parameters_of_sheets()
    {
        var network = MechanismNets.Deep();
        var area = network.Layers.OfType<CorticothalamicLayer>().Single();
        var record = network.AddLayer(new AlphaMaxLayer("Record", [2, 2]));
        var prediction = network.Project(new RescorlaWagnerProjection(area, network.AddRescorlaWagner().Prediction, Connectivity.Full));
        foreach (var setting in (string[])["CTLayer Layer.BurstQtr=6", "#Record Layer.AlphaMaxCyc=12", "RWPrjn Prjn.DaTol=0.25"]) { network.Styles.Set(setting); }
        network.Styles.Apply();
        Assert.Equal((6, 12, 0.25f), (area.BurstQtr, record.AlphaMaxCyc, prediction.DaTol));
    }

    private static float[] Weights(LeabraNetwork network) => [.. network.Projections.SelectMany(p => p.SynapseValues("Wt"))];

    private static uint[] Trained(string name, int threads, bool inTwoSteps)
    {
        var network = MechanismNets.Make(name);
        network.Threads = threads;
        network.Workers.SharesAlways = threads > 1;
        SmallNet.Train(network, Trials, inTwoSteps);
        return SmallNet.Bits(network);
    }
}
