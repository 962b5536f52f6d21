using System.Globalization;
using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

public class RLConditioningTests
{
    private const int Steps = ConditioningEnvironment.Steps;

    [Theory]
    [InlineData("ext", "")]
    [InlineData("second", "Sim.Then=SecondOrder")]
    [InlineData("disc.5", "#RewInteg Layer.RewInteg.Discount=0.5")]
    [InlineData("disc1", "#RewInteg Layer.RewInteg.Discount=1")]
    [InlineData("lr.2", ".Predicting Prjn.Learn.Lrate=0.2")]
    [InlineData("lr1", ".Predicting Prjn.Learn.Lrate=1")]
    public void Dopamine_of_each_step_is_the_references_bit_for_bit(string protocol, string setting)
    {
        var reference = Reference("trials", protocol);
        var presentations = Run(reference.Length, setting).Log[RunMode.Train, TimeScale.Epoch];
        Assert.Equal(reference.Length, presentations.RowCount);
        Assert.InRange(reference.Length, 60, 200);
        var dopamine = presentations.Column<float>("DA_Steps");
        for (var row = 0; row < reference.Length; row++)
        {
            Assert.Equal(Enumerable.Range(0, Steps).Select(step => Number(reference[row], $"TD_t{step}")), dopamine.Cell(row).ToArray());
        }
    }

    [Theory]
    [InlineData("ext", "Extinction")]
    [InlineData("second", "SecondOrder")]
    public void Predictions_and_rewards_of_each_step_are_the_references_bit_for_bit(string protocol, string then)
    {
        var simulation = new RLConditioning { Then = Enum.Parse<ConditioningPhase>(then) };
        string[] columns = ["DA", "RewPred", "RewPred_ActM", "RewInteg", "RewInteg_ActM", "Rew"];
        var steps = new List<float[]>();
        simulation.Log.Tables.Single(t => t.FileSuffix == "train_trial").RowAdded += row => steps.Add([.. columns.Select(c => (float)row.Get<double>(c))]);
        simulation.Run();
        var reference = Reference("events", protocol);
        Assert.Equal(160 * Steps, reference.Length);   // of the first 60 presentations and the last 100
        foreach (var row in reference)
        {
            var presentation = (int)Number(row, "trial") + (row["phase"] == "acq" ? 0 : 100);
            Assert.Equal(columns.Select(c => Number(row, c == "DA" ? "TD" : c)), steps[presentation * Steps + (int)Number(row, "event")]);
        }
    }

    [Fact]
    public void Nothing_depends_on_the_seed()
    {
        var first = Steps1To20(seed: 1);
        for (var seed = 2; seed <= 10; seed++) { Assert.Equal(first, Steps1To20(seed)); }

        static float[] Steps1To20(int seed)
        {
            var simulation = new RLConditioning { Seed = seed, Epochs = 20, Acquisition = 10 };
            simulation.Run();
            return simulation.Log[RunMode.Train, TimeScale.Epoch].Column<float>("DA_Steps").Values.ToArray();
        }
    }

    [Fact]
    public void By_Rescorla_and_Wagner_dopamine_vanishes_at_the_reward_and_dips_in_extinction()
    {
        var simulation = new RLConditioning { Epochs = 60, Acquisition = 30 };
        simulation.UseStyles("RescorlaWagner");
        simulation.Run();
        var presentations = simulation.Log[RunMode.Train, TimeScale.Epoch];
        double[] us = presentations.Numbers("DA_US"), onset = presentations.Numbers("DA_A");
        // By hand: a clamped unit has activation 0.95, predictions are within 0.01…0.99.
        var weight = 0.0;
        for (var n = 0; n < 30; n++)
        {
            var da = 1 - Math.Clamp(0.95 * weight, 0.01, 0.99);
            Assert.Equal(da, us[n], tolerance: 1e-5);
            if (0.95 * weight <= 0.99) { weight += 0.5 * da * 0.95; }
        }
        Assert.All(onset, da => Assert.Equal(-0.01, da, tolerance: 1e-6));   // the least prediction, never met
        Assert.Equal(-0.99, us[30], tolerance: 0.005);
        Assert.True(us[30] < us[31] && us[31] < us[32]);
        Assert.Equal(-0.01, us[59], tolerance: 1e-5);
    }

    [Fact]
    public void Logs_tell_what_is_presented()
    {
        var simulation = new RLConditioning { Epochs = 2, Acquisition = 1, Then = ConditioningPhase.SecondOrder };
        simulation.Run();
        Assert.Equal(["Acquisition", "SecondOrder"], simulation.Log[RunMode.Train, TimeScale.Epoch].Column<string>("Part").Values.ToArray());
        var names = simulation.Log[RunMode.Train, TimeScale.Trial].Column<string>("TrialName").Values.ToArray();
        Assert.Equal([.. Enumerable.Repeat("", 2), .. Enumerable.Repeat("B", 8), .. Enumerable.Repeat("A", 5), "A+US", .. Enumerable.Repeat("", 4)], names);
    }

    private static Dictionary<string, string>[] Reference(string table, string protocol) =>
        [.. GoldenData.Table($"sims/ch7_rl_cond/{table}.tsv").Where(row => row["protocol"] == protocol)];

    private static float Number(Dictionary<string, string> row, string column) => float.Parse(row[column], CultureInfo.InvariantCulture);

    private static RLConditioning Run(int presentations, string setting)
    {
        var simulation = new RLConditioning { Epochs = presentations };
        if (setting.Length > 0) { simulation.Set(setting); }
        Assert.Equal(LoopState.Finished, simulation.Run());
        return simulation;
    }
}
