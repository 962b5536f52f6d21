using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class RunStatisticsTests
{
    private static Table Runs()
    {
        var runs = new Table("TrainRun");
        runs.AddColumn<int>("Run");
        runs.AddColumn<string>("Params");
        runs.AddColumn<int>("FirstZero");
        runs.AddColumn<double>("PctCor");
        runs.AddColumn<double>("PerTrlMSec");
        runs.Add(0, "Base", 10, 0.5, 1.0);
        runs.Add(1, "Base", -1, 0.75, 1.0);
        runs.Add(2, "Base", 20, 1.0, 1.0);
        runs.Add(0, "NoMomentum", -1, 0.25, 1.0);
        return runs;
    }

    [Fact]
    public void Runs_are_described_by_parameter_set_without_those_that_never_learned()
    {
        var statistics = RunStatistics.Of(Runs());
        Assert.Equal(
            "Params " + string.Join(' ', from column in (string[])["FirstZero", "PctCor"] from statistic in (string[])["Count", "Mean", "Std", "Sem", "Min", "Q1", "Median", "Q3", "Max"] select $"{column}:{statistic}"),
            string.Join(' ', statistics.Columns.Select(c => c.Name)));
        Assert.Equal(2, statistics.RowCount);
        var (all, never) = (statistics.Row(0), statistics.Row(1));
        Assert.Equal(("Base", 2.0, 15.0, 10.0, 20.0), (all["Params"], all.Get<double>("FirstZero:Count"), all["FirstZero:Mean"], all["FirstZero:Min"], all["FirstZero:Max"]));
        Assert.Equal((3.0, 0.75, 0.25), (all.Get<double>("PctCor:Count"), all["PctCor:Median"], all.Get<double>("PctCor:Std")));
        Assert.Equal((0.0, null), (never.Get<double>("FirstZero:Count"), never["FirstZero:Mean"]));
        Assert.Equal(("Params", "Bar", "FirstZero:Sem"), (statistics.MetaData["XAxisCol"], statistics.MetaData["Type"], statistics.MetaData["FirstZero:Mean:ErrCol"]));
    }

    [Fact]
    public void Columns_and_groups_can_be_chosen_and_the_log_stays_as_it_was()
    {
        var runs = Runs();
        var statistics = RunStatistics.Of(runs, by: "Run", "PctCor");
        Assert.Equal((3, 10), (statistics.RowCount, statistics.Columns.Count));
        Assert.Equal(-1, runs.Row(1)["FirstZero"]);
        Assert.Contains("PctCor", Assert.Throws<EmergentException>(() => RunStatistics.Of(runs, columns: "PctCorr", by: "Params")).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => RunStatistics.Of(runs, "Params", "Params"));
    }

    [Fact]
    public void Some_rows_of_a_log_are_described_by_themselves()
    {
        var described = RunStatistics.Of(Runs().View().Where("Params", "Base").OrderByDescending("PctCor").Take(2));
        Assert.Equal(("Base", 2.0, 0.875, 1.0), (described.Row(0)["Params"], described.Row(0)["PctCor:Count"], described.Row(0)["PctCor:Mean"], described.Row(0)["FirstZero:Count"]));
        Assert.Equal(1, described.RowCount);
    }

    [Fact]
    public void Statistics_of_a_simulation_are_those_of_its_runs()
    {
        var simulation = new PerceptronSimulation { Runs = 3 };
        simulation.Run();
        var sse = simulation.Log[RunMode.Train, TimeScale.Run].Column<double>("SSE").Values.ToArray();
        var row = Assert.Single(simulation.Log.RunStatistics("SSE").Rows);
        Assert.Equal((sse.Average(), sse.Max()), (row.Get<double>("SSE:Mean"), row.Get<double>("SSE:Max")));
        Assert.Empty(new PerceptronSimulation().Log.RunStatistics().Rows);
    }

    [Fact]
    public void Each_set_has_the_statistics_of_its_own_runs_in_any_order() => Prop.ForAll(
        (from runs in (from set in Gen.Elements("Base", "NoMomentum", "WtBalOn") from first in Gen.Choose(-1, 12) from correct in Gen.Choose(0, 20) select (set, first, correct / 20.0)).NonEmptyListOf()
         from order in Gen.Shuffle<(string Set, int First, double Correct)>(runs)
         select (runs, order)).ToArbitrary(),
        ((List<(string Set, int First, double Correct)> Runs, (string Set, int First, double Correct)[] Order) given) =>
        {
            var (statistics, shuffled) = (Described(given.Runs), Described(given.Order));
            var sets = given.Runs.GroupBy(run => run.Set).ToDictionary(g => g.Key);
            return statistics.RowCount == sets.Count && shuffled.RowCount == sets.Count && statistics.Rows.All(row =>
            {
                var set = sets[row.Get<string>("Params")];
                var other = shuffled.Rows.Single(r => r.Get<string>("Params") == set.Key);
                double[] learned = [.. set.Where(run => run.First >= 0).Select(run => (double)run.First)], correct = [.. set.Select(run => run.Correct)];
                return All.All(statistic => Is(row, "FirstZero", statistic, learned) && Is(row, "PctCor", statistic, correct))
                    && ((string[])["Count", "Min", "Q1", "Median", "Q3", "Max"]).All(name => Equals(row[$"PctCor:{name}"], other[$"PctCor:{name}"]));
            });
        }).Check(Config.QuickThrowOnFailure.WithReplay(5, 9));

    private static readonly Statistic[] All = [Statistic.Count, Statistic.Mean, Statistic.Std, Statistic.Sem, Statistic.Min, Statistic.Q1, Statistic.Median, Statistic.Q3, Statistic.Max];

    private static bool Is(Row row, string column, Statistic statistic, double[] values) =>
        Statistics.Of(values, statistic) is var expected && (double.IsNaN(expected) ? row[$"{column}:{statistic}"] is null : expected.Equals(row[$"{column}:{statistic}"]));

    private static Table Described(IEnumerable<(string Set, int First, double Correct)> runs)
    {
        var log = new Table("TrainRun");
        log.AddColumn<string>("Params");
        log.AddColumn<int>("FirstZero");
        log.AddColumn<double>("PctCor");
        foreach (var (set, first, correct) in runs) { log.Add(set, first, correct); }
        return RunStatistics.Of(log);
    }
}
