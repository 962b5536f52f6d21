using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class DetectorTests
{
    [Fact]
    public void Every_cycle_of_every_digit_is_the_references_bit_for_bit()
    {
        var simulation = new Detector();
        simulation.Initialize();
        var unit = simulation.Network["RecvNeuron"];
        string[] variables = ["Ge", "Act", "Vm", "Inet", "GeRaw"];
        var states = new List<float[]>();
        simulation.Network.SafePoint += scale =>
        {
            if (scale == TimeScale.Cycle) { states.Add([.. variables.Select(v => unit.Units(v)[0])]); }
        };
        foreach (var leak in GoldenRows.Cases("ch2_detector/cycle.tsv", "GbarL"))
        {
            states.Clear();
            simulation.GbarL = leak.First().Float("GbarL");
            simulation.Test();
            var rows = leak.ToList();
            Assert.Equal(10 * 20, states.Count);
            for (var i = 0; i < rows.Count; i++)
            {
                // The reference's current of the last cycle is no longer there once its trial has ended.
                Assert.Equal(variables.Select(v => rows[i].Float(v)), states[i]);
            }
        }
    }

    [Fact]
    public void Logs_of_trials_are_the_references()
    {
        var simulation = new Detector();
        foreach (var leak in GoldenRows.Cases("ch2_detector/trial.tsv", "GbarL"))
        {
            simulation.GbarL = leak.First().Float("GbarL");
            simulation.Test();
            var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
            Assert.Equal(leak.Select(row => (row["name"], row.Float("Ge"), row.Float("Act"))), trials.Rows.Select(row => (row.Get<string>("TrialName"), (float)row.Number("Ge"), (float)row.Number("Act"))));
        }
    }

    [Fact]
    public void Digits_overlap_with_the_8_as_described()
    {
        var eight = Digits.Pixels(8);
        Assert.Equal([6, 6, 12, 13, 5, 14, 12, 6, 17, 12], Enumerable.Range(0, 10).Select(digit => (int)Digits.Pixels(digit).Zip(eight, (a, b) => a * b).Sum()));
        Assert.Equal(10, Enumerable.Range(0, 10).Select(digit => string.Join("", Digits.Pixels(digit))).Distinct().Count());
    }

    [Fact]
    public void Leak_decides_which_digits_are_detected()
    {
        Assert.Equal("8", Detected(2f));
        Assert.Equal("58", Detected(1.8f));
        Assert.Equal("235689", Detected(1.5f));
        Assert.Equal("8", Detected(2.3f));

        static string Detected(float leak)
        {
            var simulation = new Detector { GbarL = leak };
            simulation.Run();
            return string.Concat(simulation.Log[RunMode.Test, TimeScale.Trial].Rows.Where(row => row.Number("Act") > 0.5).Select(row => row.Get<string>("TrialName")));
        }
    }

    [Fact]
    public void A_digit_can_be_tested_by_name_and_redrawn()
    {
        var simulation = new Detector();
        simulation.TestItem("3");
        var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
        Assert.Equal(0.72647053f, (float)trials.Row(0).Number("Ge"));
        Digits.Pixels(8).CopyTo(simulation.Patterns.Column<float>("Input").Cell(3));
        simulation.TestItem("3");
        Assert.Equal(0.95f, (float)trials.Row(0).Number("Ge"), tolerance: 1e-6f);
    }
}
