namespace Emergent.Leabra.Tests;

public class DeterminismTests
{
    private const int Trials = 25;   // two balances of weights, and some

    public static TheoryData<string, int, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, bool>();
            foreach (var network in (string[])["Plain", "Rich", "Spiking"])
            {
                for (var threads = 1; threads <= 3; threads++)
                {
                    cases.Add(network, threads, false);
                    cases.Add(network, threads, true);
                }
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Same_seed_gives_the_same_bits_with_any_threads_and_either_way_of_learning(string name, int threads, bool inTwoSteps)
    {
        var (expected, network) = (Make(name), Make(name));
        (expected.Threads, network.Threads) = (1, threads);
        network.Workers.SharesAlways = true;
        SmallNet.Train(expected, Trials);
        SmallNet.Train(network, Trials, inTwoSteps);
        Assert.Equal(SmallNet.Bits(expected), SmallNet.Bits(network));
    }

    [Theory]
    [InlineData("Plain")]
    [InlineData("Rich")]
    [InlineData("Spiking")]
    public void Other_seed_or_run_gives_other_bits(string name)
    {
        LeabraNetwork first = Make(name), seed = Make(name), run = Make(name);
        seed.Initialize(seed: 2);
        run.Initialize(seed: 1, run: 1);
        foreach (var network in (LeabraNetwork[])[first, seed, run]) { SmallNet.Train(network, 2); }
        Assert.NotEqual(SmallNet.Bits(first), SmallNet.Bits(seed));
        Assert.NotEqual(SmallNet.Bits(first), SmallNet.Bits(run));
    }

    [Fact]
    public void Plain_network_learns_its_patterns()
    {
        var network = SmallNet.Plain();
        var before = Error();
        SmallNet.Train(network, 200);
        var after = Error();
        Assert.True(after < 0.3 * before, $"{before} before, {after} after");

        double Error()
        {
            var sum = 0.0;
            for (var pattern = 0; pattern < 5; pattern++)
            {
                SmallNet.Present(network, pattern);
                network.RunTrial(learn: false);
                sum += network["Output"].SquaredError().Sum;
            }
            return sum;
        }
    }

    private static LeabraNetwork Make(string name) => name switch { "Plain" => SmallNet.Plain(), "Rich" => SmallNet.Rich(), _ => SmallNet.Spiking() };
}
