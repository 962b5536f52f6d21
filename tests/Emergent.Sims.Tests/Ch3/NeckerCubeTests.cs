using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class NeckerCubeTests
{
    [Theory]
    [InlineData("noise0", false, 25)]
    [InlineData("kna1000_noise0", true, 250)]
    public void Without_noise_every_cycle_is_the_references_bit_for_bit(string name, bool adapts, int cyclesPerQuarter)
    {
        var simulation = new NeckerCube { Noise = 0, KNaAdapt = adapts, CycPerQtr = cyclesPerQuarter };
        simulation.Run();
        var (reference, log) = (GoldenRows.Cases("ch3_necker_cube/cycle.tsv", "case", "seed").Single(c => c.Key == $"{name}\t1").ToList(), simulation.Log[RunMode.Test, TimeScale.Cycle]);
        Assert.Equal(4 * cyclesPerQuarter, log.RowCount);
        for (var cycle = 0; cycle < log.RowCount; cycle++)
        {
            var (expected, row) = (reference[cycle], log.Row(cycle));
            foreach (var column in (string[])["Harmony", "GknaFast", "GknaMed", "GknaSlow"])
            {
                var golden = column == "Harmony" ? column : $"{column}0";
                Assert.True(expected.Float(golden).Equals((float)row.Number(column)), $"cycle {cycle}: {column} is {(float)row.Number(column):R} instead of {expected[golden]}");
            }
            var act = log.Column<float>("NeckerCube_Act").Cell(cycle).ToArray();
            Assert.Equal(act.Select((_, unit) => expected.Float($"Act{unit}")), act);
        }
    }

    [Theory]
    [InlineData("noise.001", 0.001f, false, 25)]
    [InlineData("noise.01", 0.01f, false, 25)]
    [InlineData("noise.1", 0.1f, false, 25)]
    [InlineData("kna100", 0.01f, true, 25)]
    [InlineData("kna1000", 0.01f, true, 250)]
    [InlineData("kna1000_noise.001", 0.001f, true, 250)]
    [InlineData("nokna1000", 0.01f, false, 250)]
    public void Decisions_and_reversals_are_distributed_as_the_references(string name, float noise, bool adapts, int cyclesPerQuarter)
    {
        var theirs = GoldenRows.Cases("ch3_necker_cube/runs.tsv", "case").Single(c => c.Key == name).ToList();
        var simulation = new NeckerCube { Noise = noise, KNaAdapt = adapts, CycPerQtr = cyclesPerQuarter };
        var ours = new List<Outcome>();
        for (var trial = 0; trial < TestSize.Of(50, 20); trial++)
        {
            simulation.Test();   // noise goes on from where it was
            ours.Add(Outcome.Of(simulation.Log[RunMode.Test, TimeScale.Cycle]));
        }
        Assert.True(MannWhitney.Probability([.. theirs.Select(r => r.Integer("settle_cyc_diff.3"))], [.. ours.Select(o => o.Settled)]) > 0.01, $"{string.Join(' ', ours.Select(o => o.Settled).Order())}");
        var (expected, found) = (theirs.Select(r => r.Integer("n_reversals")).ToArray(), ours.Select(o => o.Reversals).ToArray());
        if (expected.Distinct().Count() == 1) { Assert.All(found, n => Assert.Equal(expected[0], n)); }
        else { Assert.True(MannWhitney.Probability(expected, found) > 0.01, string.Join(' ', found)); }
        double[] harmony = [.. theirs.Select(r => r.Double("harmony_mean_last25"))];
        int Rank(double value) => (int)(value * 1e6);
        Assert.True(MannWhitney.Probability([.. harmony.Select(Rank)], [.. ours.Select(o => Rank(o.Harmony))]) > 0.01, $"{harmony.Average()} {ours.Average(o => o.Harmony)}");
        if (cyclesPerQuarter == 25) { Assert.InRange(ours.Count(o => o.FirstWins), ours.Count / 5, ours.Count * 4 / 5); }
    }

    /// <summary>What became of one trial, as the reference's data counts it.</summary>
    private sealed record Outcome(int Settled, int Reversals, double Harmony, bool FirstWins)
    {
        public static Outcome Of(Table cycles)
        {
            var differences = cycles.Numbers("Cube0_ActAvg").Zip(cycles.Numbers("Cube1_ActAvg"), (a, b) => a - b).ToArray();
            var (settled, winner, reversals) = (-1, 0, 0);
            for (var cycle = 0; cycle < differences.Length; cycle++)
            {
                if (Math.Abs(differences[cycle]) <= 0.3) { continue; }
                if (settled < 0) { settled = cycle; }
                var now = Math.Sign(differences[cycle]);
                if (winner != 0 && now != winner) { reversals++; }
                winner = now;
            }
            return new(settled, reversals, cycles.Numbers("Harmony")[^25..].Average(), winner > 0);
        }
    }
}
