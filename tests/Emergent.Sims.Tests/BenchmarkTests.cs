using Emergent.Leabra;

namespace Emergent.Sims.Tests;

public class BenchmarkTests
{
    private static readonly BenchmarkSize Tiny = new("tiny", 25, 2, 5);

    [Fact]
    public void Roofline_adds_the_times_of_bytes_and_operations()
    {
        var work = new BenchmarkWork(Cycles: 100, UnitCycles: 1e6, SynapsesSent: 1.2e9, SynapsesSentOnce: 2e8, SynapsesLearned: 1e8);
        var speeds = new RooflineSpeeds(SendBandwidth: 1e10, ResendBandwidth: 4e10, LearnBandwidth: 1e10, MultiplyAddRate: 1e9);
        var roofline = Roofline.Of(work, speeds);
        Assert.Equal(80 + 100, roofline.SendMs, tolerance: 1e-9);
        Assert.Equal(240, roofline.LearnMs, tolerance: 1e-9);
        Assert.Equal(Roofline.OperationsPerUnitCycle / 2.0, roofline.UnitsMs, tolerance: 1e-9);
        Assert.Equal(roofline.SendMs + roofline.LearnMs + roofline.UnitsMs, roofline.Ms);
        Assert.Equal(1.2e7, work.SynapsesSentInCycle, tolerance: 1e-3);
        Assert.Equal(1.3e9, work.Visits, tolerance: 1e-3);
    }

    [Fact]
    public void Roofline_of_the_published_work_is_that_of_the_peers()
    {
        // Counted 2026-11 at HUGE; the figures of an AMD Zen 5, whose roofline is published as 4.9…5.5 ms.
        var huge = new BenchmarkWork(Cycles: 100, UnitCycles: 512_000, SynapsesSent: 91_290_624, SynapsesSentOnce: 2_802_176, SynapsesLearned: 3_250_483);
        var zen5 = new RooflineSpeeds(SendBandwidth: 100e9, ResendBandwidth: 100e9, LearnBandwidth: 40e9, MultiplyAddRate: 72e9);
        Assert.InRange(Roofline.Of(huge, zen5).Ms, 4.9 * 0.8, 5.5 * 1.2);
    }

    [Fact]
    public void Best_speeds_are_the_best_of_each_kind()
    {
        var best = RooflineSpeeds.Best(new(1, 5, 3, 7), new(2, 4, 6, 1));
        Assert.Equal(new RooflineSpeeds(2, 5, 6, 7), best);
    }

    [Fact]
    public void Result_holds_times_work_and_their_ratios()
    {
        var result = LeabraBenchmark.Run(Tiny, threads: 1);
        Assert.Equal(4375, result.Synapses);
        Assert.Equal(0, result.AllocatedBytes);
        Assert.Equal(2, result.AverageSse.Count);
        Assert.Equal(5 * 25 * 100, result.Work.UnitCycles);
        Assert.InRange(result.BestWork.SynapsesSentOnce, 1, Math.Min(result.Synapses, result.BestWork.SynapsesSent));
        Assert.InRange(result.BestWork.SynapsesLearned, 1, result.Synapses);
        Assert.True(result.BestMsPerTrial <= result.MsPerTrial);
        Assert.Equal(result.Roofline.Ms / result.BestMsPerTrial, result.RooflineFraction);
        Assert.Equal(result.BestMsPerTrial * 1e6 / result.BestWork.Visits, result.MsPerMillionVisits, tolerance: 1e-9);
        Assert.Equal(Enum.GetValues<TrialStep>().Length, result.MsByStep.Count);
    }

    [Fact]
    public void Repeating_the_trials_changes_no_result()
    {
        // One pass counts work and another is timed: both must be the same trials.
        var network = LeabraBenchmark.BuildNetwork(Tiny.Units);
        network.Initialize(LeabraBenchmark.Seed);
        var counted = BenchmarkPass.Run(network, Tiny, isProfiled: true);
        network.Initialize(LeabraBenchmark.Seed);
        var timed = BenchmarkPass.Run(network, Tiny, isProfiled: false);
        Assert.Equal(counted.AverageSse, timed.AverageSse);
        Assert.Equal(counted.Hidden2Activity, timed.Hidden2Activity);
        Assert.Equal((2, 0), (counted.Profiles.Count, timed.Profiles.Count));
        Assert.Equal((10, 2), (timed.TrialMs.Count, timed.EpochMs.Count));
    }

    [Fact]
    public void Cases_have_about_as_many_synapses_as_the_full_one()
    {
        var synapses = BenchmarkCase.All.ToDictionary(c => c.Name, c =>
        {
            var network = c.MakeNetwork();
            network.Build();
            return network.Projections.Sum(p => (long)p.SynapseCount);
        });
        Assert.Equal(1_120_000, synapses[BenchmarkCase.FullName]);
        Assert.All(synapses.Values, count => Assert.InRange(count, 1_000_000, 1_200_000));
        Assert.Contains("Circle", synapses.Keys);
    }

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 2, 3 }, 2.5)]
    public void Median_is_the_value_in_the_middle(double[] values, double expected) => Assert.Equal(expected, LeabraBenchmark.Median(values));
}
