using Emergent.Leabra;

namespace Emergent.Sims.Tests;

public class BenchmarkTests
{
    private static readonly BenchmarkSize Tiny = new("tiny", 25, 2, 5);

    [Fact]
    public void Roofline_adds_the_times_of_bytes_and_operations()
    {
        var work = new BenchmarkWork(UnitCycles: 1e6, SynapsesSent: 1.2e9, SynapsesLearned: 1e8, Bytes((0, 4e9), (2, 8e8)), Bytes((2, 2e8), (11, 1e9)));
        var speeds = new RooflineSpeeds(SendBandwidth: 2e10, LearnBandwidth: 1e10, Bytes((0, 4e10), (2, 2e10), (5, 3e10), (11, 1e10)), MultiplyAddRate: 1e9);
        var ideal = Roofline.WithIdealCache(work, speeds);
        Assert.Equal(100 + 40, ideal.SendMs, tolerance: 1e-9);
        Assert.Equal(2 * (10 + 100), ideal.LearnMs, tolerance: 1e-9);
        var roofline = Roofline.Of(work, speeds);
        Assert.Equal(240, roofline.SendMs, tolerance: 1e-9);
        Assert.Equal(2 * 120, roofline.LearnMs, tolerance: 1e-9);
        Assert.Equal(ideal.UnitsMs, roofline.UnitsMs);
        Assert.Equal(roofline.SendMs + roofline.LearnMs, roofline.MemoryMs);
        Assert.Equal(Roofline.OperationsPerUnitCycle / 2.0, roofline.UnitsMs, tolerance: 1e-9);
        Assert.Equal(roofline.MemoryMs + roofline.UnitsMs, roofline.Ms);
        Assert.Equal(1.3e9, work.Visits, tolerance: 1e-3);
    }

    [Fact]
    public void Roofline_of_the_published_work_is_that_of_the_peers()
    {
        // Counted 2026-11 at HUGE; the figures of an AMD Zen 5, whose roofline is published as 4.9…5.5 ms.
        var huge = new BenchmarkWork(
            UnitCycles: 512_000, SynapsesSent: 91_290_624, SynapsesLearned: 3_250_483,
            Bytes((2, 0.5e6), (3, 18.4e6), (4, 142.4e6), (5, 192.4e6), (6, 1.5e6), (7, 3.8e6), (8, 4.4e6), (9, 1.8e6)), Bytes((5, 0.4e6), (6, 3.0e6), (7, 5.9e6), (8, 23.0e6), (9, 6.8e6)));
        double[] zen5 = [.. Enumerable.Range(0, BytesByDistance.Count).Select(index => RooflineSpeeds.Footprint(index) switch { < 1 << 20 => 200e9, < 32 << 20 => 100e9, _ => 40e9 })];
        var speeds = new RooflineSpeeds(SendBandwidth: 100e9, LearnBandwidth: 40e9, zen5, MultiplyAddRate: 72e9);   // 29 MB of Wt fit 32 MB of L3, with LWt and Moment they do not
        Assert.InRange(Roofline.Of(huge, speeds).Ms, 4.9 * 0.9, 5.5 * 1.1);
    }

    [Fact]
    public void Speed_is_measured_where_something_is_touched()
    {
        var work = new BenchmarkWork(UnitCycles: 1, SynapsesSent: 1, SynapsesLearned: 1, Bytes((1, 4)), Bytes((3, 12)));
        var speeds = RooflineSpeeds.Measure(work, synapses: 1000, threads: 1);
        for (var index = 0; index < BytesByDistance.Count; index++) { Assert.Equal(index is 1 or 3, speeds.Bandwidths[index] > 0); }
        Assert.True(speeds.MultiplyAddRate > 0);
        Assert.Equal(768 << 10, RooflineSpeeds.Footprint(2));   // of 512 kB to 1 MB
    }

    [Fact]
    public void Best_speeds_are_the_best_of_each_kind()
    {
        var best = RooflineSpeeds.Best(new(3, 1, [1, 5, 0, 3], 7), new(2, 4, [2, 4, 0, 6], 1));
        Assert.Equal((3, 4), (best.SendBandwidth, best.LearnBandwidth));
        Assert.Equal([2, 5, 0, 6], best.Bandwidths);
        Assert.Equal(7, best.MultiplyAddRate);
    }

    [Fact]
    public void Result_holds_times_work_and_their_ratios()
    {
        var result = LeabraBenchmark.Run(Tiny, threads: 1);
        Assert.Equal(4375, result.Synapses);
        Assert.Equal(0, result.AllocatedBytes);
        Assert.Equal(2, result.AverageSse.Count);
        Assert.Equal(5 * 25 * 100, result.Work.UnitCycles);
        Assert.Equal(4 * result.BestWork.SynapsesSent, result.BestWork.BytesSent.Sum(), tolerance: 1e-6);
        Assert.Equal(12 * result.BestWork.SynapsesLearned, result.BestWork.BytesLearned.Sum(), tolerance: 1e-6);
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
        var counted = BenchmarkPass.Run(network, Tiny, BenchmarkMeasure.Work);
        network.Initialize(LeabraBenchmark.Seed);
        var timed = BenchmarkPass.Run(network, Tiny, BenchmarkMeasure.Trials);
        Assert.Equal(counted.AverageSse, timed.AverageSse);
        Assert.Equal(counted.Hidden2Activity, timed.Hidden2Activity);
        Assert.Equal((2, 0), (counted.Profiles.Count, timed.Profiles.Count));
        Assert.Equal((10, 2), (timed.TrialMs.Count, timed.EpochMs.Count));
    }

    [Fact]
    public void Cases_have_about_as_many_synapses_as_the_full_one()
    {
        var synapses = BenchmarkCase.Variants().ToDictionary(c => c.Name, c =>
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

    private static double[] Bytes(params (int Index, double Bytes)[] classes)
    {
        var bytes = new double[BytesByDistance.Count];
        foreach (var (index, value) in classes) { bytes[index] = value; }
        return bytes;
    }

    [Fact]
    public void Mechanisms_are_compared_with_the_same_layers_without_them()
    {
        foreach (var mechanism in MechanismCase.All)
        {
            var (network, plain) = (mechanism.Make(), mechanism.MakePlain());
            Assert.All(plain.Layers, layer => Assert.Equal("Layer", layer.TypeName));
            Assert.All(plain.Projections, projection => Assert.Equal("Prjn", projection.TypeName));
            Assert.Equal(network.Layers.Select(l => (l.Name, l.Shape.ToString(), l.Kind)), plain.Layers.Select(l => (l.Name, l.Shape.ToString(), l.Kind)));
            Assert.Equal(network.Projections.Select(p => p.Name), plain.Projections.Select(p => p.Name));
            Assert.Contains(network.Layers.Select(l => l.TypeName).Concat(network.Projections.Select(p => p.TypeName)), type => type is not ("Layer" or "Prjn"));
        }
        var (with, without) = MechanismBenchmark.Run(MechanismCase.All[0], threads: 1, seconds: 0);
        Assert.True(with.Ms > 0 && without.Ms > 0 && with.Visits > 0);
        Assert.Equal(with.Synapses, without.Synapses);
    }
}
