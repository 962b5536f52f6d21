using Emergent.Data;

namespace Emergent.Leabra.Tests;

public class NoiseTests
{
    public static TheoryData<Distribution, float, float, float> Distributions => new()
    {
        { Distribution.Uniform, 0f, 0.02f, 0f },
        { Distribution.Binomial, 0f, 0.1f, 1f },
        { Distribution.Poisson, 0f, 0.1f, 0f },
        { Distribution.Gamma, 0f, 50f, 0.3f },
        { Distribution.Gaussian, 0f, 0.02f, 0f },
        { Distribution.Beta, 0f, 0.5f, 20f },
    };

    [Theory, MemberData(nameof(Distributions))]
    public void Noise_is_reproducible_by_seed_and_differs_by_run(Distribution dist, float mean, float var, float par)
    {
        foreach (var type in (NoiseType[])[NoiseType.VmNoise, NoiseType.GeNoise, NoiseType.ActNoise, NoiseType.GeMultNoise])
        {
            foreach (var isFixed in (bool[])[false, true])
            {
                float[] noise = Noise(seed: 1, run: 0), otherRun = Noise(seed: 1, run: 1), otherSeed = Noise(seed: 2, run: 0);
                Assert.Equal(noise, Noise(seed: 1, run: 0));
                Assert.Equal(noise, Noise(seed: 1, run: 0, threads: 3));
                Assert.NotEqual(noise, otherRun);
                Assert.NotEqual(noise, otherSeed);
                Assert.All(noise.Concat(otherRun).Concat(otherSeed), x => Assert.True(float.IsFinite(x)));

                float[] Noise(long seed, int run, int threads = 1)
                {
                    var network = Noisy(type, isFixed, dist, mean, var, par);
                    network.Threads = threads;
                    network.Workers.SharesAlways = true;
                    network.Initialize(seed, run);
                    SmallNet.Train(network, 2);
                    return [.. network["Hidden"].Units("Noise"), .. network["Hidden"].Units("Act"), .. network["Output"].Units("Act")];
                }
            }
        }
    }

    [Fact]
    public void Noise_drawn_once_a_trial_stays_and_noise_drawn_every_cycle_changes()
    {
        foreach (var isFixed in (bool[])[true, false])
        {
            var network = Noisy(NoiseType.VmNoise, isFixed, Distribution.Gaussian, 0f, 0.01f, 0f);
            SmallNet.Present(network, 0);
            network.BeginTrial();
            network.RunCycle();
            var first = SmallNet.Bits(network, "Hidden", "Noise");
            network.RunCycle();
            Assert.Equal(isFixed, first.AsSpan().SequenceEqual(SmallNet.Bits(network, "Hidden", "Noise")));
            network.BeginTrial();
            network.RunCycle();
            Assert.NotEqual(first, SmallNet.Bits(network, "Hidden", "Noise"));
        }
    }

    [Fact]
    public void Units_have_noise_of_their_own()
    {
        var network = Noisy(NoiseType.VmNoise, isFixed: true, Distribution.Gaussian, 0f, 0.01f, 0f);
        network.BeginTrial();
        Assert.Equal(42 + 25, network["Hidden"].Units("Noise").ToArray().Concat(network["Output"].Units("Noise").ToArray()).Distinct().Count());
    }

    [Fact]
    public void Noise_of_distribution_mean_is_not_drawn()
    {
        var network = Noisy(NoiseType.VmNoise, isFixed: false, Distribution.Mean, 0.1f, 0f, 0f);
        var quiet = SmallNet.Plain();
        SmallNet.Train(network, 2);
        SmallNet.Train(quiet, 2);
        Assert.Equal(SmallNet.Bits(quiet), SmallNet.Bits(network));
    }

    [Fact]
    public void Noise_may_change_which_units_are_active_but_not_how_many()
    {
        LeabraNetwork network = Noisy(NoiseType.GeNoise, isFixed: true, Distribution.Gaussian, 0f, 0.03f, 0f), quiet = SmallNet.Plain();
        SmallNet.Present(network, 0);
        SmallNet.Present(quiet, 0);
        network.RunTrial(learn: false);
        quiet.RunTrial(learn: false);
        Assert.NotEqual(SmallNet.Bits(quiet, "Hidden", "ActM"), SmallNet.Bits(network, "Hidden", "ActM"));
        Assert.Equal(quiet["Hidden"].Pools[0].ActM.Avg, network["Hidden"].Pools[0].ActM.Avg, tolerance: 0.1f);
    }

    private static LeabraNetwork Noisy(NoiseType type, bool isFixed, Distribution dist, float mean, float var, float par) => SmallNet.Plain(network =>
    {
        foreach (var layer in (LeabraLayer[])[network["Hidden"], network["Output"]])
        {
            var noise = layer.Act.Noise;
            (noise.Type, noise.Fixed, noise.Dist, noise.Mean, noise.Var, noise.Par) = (type, isFixed, dist, mean, var, par);
        }
    });
}
