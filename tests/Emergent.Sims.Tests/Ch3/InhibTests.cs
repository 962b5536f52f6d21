using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class InhibTests
{
    public static TheoryData<string, string> Manipulations { get; } = new()
    {
        { "ff_default", "" },
        { "ff_HiddenGbarI.3", "HiddenGbarI=0.3" },
        { "ff_HiddenGbarI.5", "HiddenGbarI=0.5" },
        { "ff_InhibGbarI.6", "InhibGbarI=0.6" },
        { "ff_InhibGbarI1", "InhibGbarI=1" },
        { "ff_FFinhib0", "FFinhibWtScale=0" },
        { "ff_FBinhib0", "FBinhibWtScale=0" },
        { "ff_InhibGTau40", "InhibGTau=40" },
        { "ff_GTau5_2.5", "HiddenGTau=5 InhibGTau=2.5" },
        { "ff_trained", "TrainedWts=true" },
        { "ff_trained_HiddenGbarI.5", "TrainedWts=true HiddenGbarI=0.5" },
        { "ff_in10", "InputPct=10" },
        { "ff_in30", "InputPct=30" },
        { "ff_fffb", FFFB },
        { "ff_fffb_trained", $"{FFFB} TrainedWts=true" },
        { "ff_fffb_in10", $"{FFFB} InputPct=10" },
        { "ff_fffb_in30", $"{FFFB} InputPct=30" },
        { "bidir_default", "BidirNet=true" },
        { "bidir_HiddenGbarI.35", "BidirNet=true HiddenGbarI=0.35" },
        { "bidir_HiddenGbarI.3", "BidirNet=true HiddenGbarI=0.3" },
        { "bidir_trained", "BidirNet=true TrainedWts=true" },
        { "bidir_in10", "BidirNet=true InputPct=10" },
        { "bidir_in30", "BidirNet=true InputPct=30" },
        { "bidir_fffb", $"BidirNet=true {FFFB}" },
        { "bidir_fffb_trained", $"BidirNet=true {FFFB} TrainedWts=true" },
        { "bidir_fffb_in10", $"BidirNet=true {FFFB} InputPct=10" },
        { "bidir_fffb_in30", $"BidirNet=true {FFFB} InputPct=30" },
    };

    private const string FFFB = "FFFBInhib=true HiddenGTau=1.4 InhibGTau=1.4 HiddenGbarI=1 InhibGbarI=1 FmInhibWtScaleAbs=0";

    [Theory]
    [MemberData(nameof(Manipulations))]
    public void Activity_is_distributed_as_the_references(string name, string settings)
    {
        var theirs = GoldenRows.Cases("ch3_inhib/runs.tsv", "case").Single(c => c.Key == name).ToList();
        Assert.Equal(10, theirs.Count);
        var ours = Enumerable.Range(1, TestSize.Of(20, 10)).AsParallel().AsOrdered().Select(seed => Outcome.Of(settings, seed)).ToList();
        foreach (var (measure, of) in ((string, Func<Outcome, double>)[])[
            ("Hid_mean150_199", o => o.Hidden), ("Inh_mean150_199", o => o.Inhib), ("Hid_max", o => o.HiddenMax), ("Hid_sd100_199", o => o.HiddenSpread)])
        {
            int Rank(double value) => (int)(value * 1e8);
            double[] found = [.. ours.Select(of)], expected = [.. theirs.Select(r => r.Double(measure))];
            Assert.True(
                MannWhitney.Probability([.. expected.Select(Rank)], [.. found.Select(Rank)]) > 0.001,
                $"{name}, {measure}: {found.Average():0.#####} ({found.Min():0.#####}…{found.Max():0.#####}) instead of {expected.Average():0.#####} ({expected.Min():0.#####}…{expected.Max():0.#####})");
        }
    }

    [Fact]
    public void Init_begins_with_the_same_pattern_and_weights_and_another_pattern_can_be_drawn()
    {
        var simulation = new Inhib();
        var first = Run();
        Assert.Equal(first, Run());
        simulation.ConfigPatterns();
        simulation.Test();
        Assert.NotEqual(first, simulation.Log[RunMode.Test, TimeScale.Cycle].Numbers("HiddenActAvg"));
        simulation.UseStyles("Trained");
        Assert.True(Run().Last() > 0.3);   // 0.35 instead of 0.16

        double[] Run()
        {
            simulation.Initialize();
            simulation.Test();
            return simulation.Log[RunMode.Test, TimeScale.Cycle].Numbers("HiddenActAvg");
        }
    }

    private sealed record Outcome(double Hidden, double Inhib, double HiddenMax, double HiddenSpread)
    {
        public static Outcome Of(string settings, int seed)
        {
            var simulation = new Inhib { Seed = seed, Threads = 1 };
            foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)) { simulation.Set($"Sim.{setting}"); }
            simulation.Initialize();
            simulation.Run();
            double[] hidden = simulation.Log[RunMode.Test, TimeScale.Cycle].Numbers("HiddenActAvg"), late = hidden[100..];
            var trial = simulation.Log[RunMode.Test, TimeScale.Trial].Row(0);
            return new(trial.Number("HiddenActAvg"), trial.Number("InhibActAvg"), hidden.Max(), Math.Sqrt(late.Sum(a => Math.Pow(a - late.Average(), 2)) / (late.Length - 1)));
        }
    }
}
