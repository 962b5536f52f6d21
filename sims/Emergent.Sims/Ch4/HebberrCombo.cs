using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>By what a network with hidden units learns a task.</summary>
public enum ComboLearning
{
    /// <summary>By what is active together, everywhere.</summary>
    Hebbian,

    /// <summary>By errors, everywhere.</summary>
    ErrorDriven,

    /// <summary>By what is active together from input to hidden units, by errors from there on.</summary>
    ErrorHebbIn,
}

/// <summary>What a network with hidden units learns.</summary>
public enum ComboPatterns
{
    /// <summary>The four events of <see cref="EventSet.Easy"/>.</summary>
    Easy,

    /// <summary>The four events of <see cref="EventSet.Hard"/>.</summary>
    Hard,

    /// <summary>The four events of <see cref="EventSet.Impossible"/>.</summary>
    Impossible,

    /// <summary>Which two lines a picture shows; it learns nine tenths of the pairs and is tested with the others.</summary>
    Lines2,
}

/// <summary>Learns to name two lines that are shown together, and is tested with pairs that it has not seen: error-driven learning gets there by association in its first layer.</summary>
/// <remarks>Source: the textbook's simulation hebberr_combo, chapter 4.</remarks>
public sealed class HebberrCombo() : TaskSimulation(runs: 10, epochs: 100, zeroEpochs: 20)
{
    private readonly IReadOnlyDictionary<EventSet, Table> _events = EventPatterns.All();
    private readonly Table _lines = LinePatterns.Two(withOutput: true);

    /// <inheritdoc/>
    public override string Description => "Learns to name two lines at once and is tested with new pairs: association in the first layer helps errors to generalize.";

    /// <summary>By what it learns: Hebbian, ErrorDriven or ErrorHebbIn.</summary>
    [Display(Name = "Learn", Description = "By what it learns: what is active together, errors, or both, each in its place."), ChoosesStyles, AppliesAt(When.Initialize)]
    public ComboLearning Learn { get; set; } = ComboLearning.ErrorDriven;

    /// <summary>What it learns.</summary>
    [Display(Name = "Pats", Description = "What it learns: pairs of lines, or four events."), AppliesAt(When.Initialize)]
    public ComboPatterns Pats { get; set; } = ComboPatterns.Lines2;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("HebberrCombo")
        {
            Style =
            {
                { "Prjn",    "nothing but the rule of learning",            (LeabraProjection p) => p.Learn.Norm.On = p.Learn.Momentum.On = p.Learn.WtBal.On = false },
                { "Layer",   "several units for each line",                 (LeabraLayer l) => l.Inhib.Layer.Gi = 1.5f },
                { "Layer",   "how many units are active is known",          (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.2f, true) },
                { "Layer",   "few units may not take everything",           (LeabraLayer l) => l.Learn.AvgL.Gain = 3f },
                { "Layer",   "the leak of the reference model",             (LeabraLayer l) => l.Act.Gbar.L = 0.1f },
                { ".Back",   "top-down must stay weaker than bottom-up",    (LeabraProjection p) => p.WtScale.Rel = 0.3f },
                { ".Output", "two of ten units",                            (LeabraLayer l) => l.Inhib.Layer.Gi = 1.8f },
            },
        };
        net.Styles["Hebbian"] = LearningStyles.Hebbian;
        net.Styles["ErrorDriven"] = LearningStyles.ErrorDriven;
        var both = net.Styles["ErrorHebbIn"] = LearningStyles.ErrorDriven;
        both.Add(".InputToHidden", "lines are found by association", (LeabraProjection p) => (p.Learn.XCal.MLrn, p.Learn.XCal.LLrn) = (0f, 1f));
        both.Add(".InputToHidden", "slowly, and units that have learned much are held back", (LeabraProjection p) => (p.Learn.Lrate, p.Learn.WtBal.On) = (0.02f, true));

        var input = net.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", SizeOf("Hidden", [6, 5]));
        var output = net.AddLayer("Output", [5, 2], LayerKind.Target);
        output.AddClass("Output");
        input.TakesSmallerPatterns = output.TakesSmallerPatterns = true;   // the four events are for the first units; what the others do is not said
        net.Project(input, hidden, Connectivity.Full).AddClass("InputToHidden");
        net.ProjectBothWays(hidden, output, Connectivity.Full);
        output.UnitNames = [.. Enumerable.Range(0, 5).SelectMany(line => new[] { $"V{line}", $"H{line}" })];
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var (train, test) = PatternsOf(FirstRun);
        TableEnvironment learned = new(train), tested = new(test, Order.Sequential, "Test");
        LearnTask(plan, learned, tested, "Output");
        plan.Log.ActivityOf("Input", "Output");
        foreach (var column in (string[])["FirstZero", "PctErr"]) { plan.Log.MetaData(RunMode.Train, TimeScale.Run, $"{column}:On", "-"); }

        // Of a run, what the last tests found says most: how it does with pairs that it has not learned.
        foreach (var column in (string[])["SSE", "PctErr", "PctCor", "CosDiff"])
        {
            var plot = new PlotSettings { IsOn = column == "PctCor", Min = 0, Max = column == "SSE" ? null : 1 };   // the rules compare on one scale
            plan.Log.Add((LogItem.Number($"Tst{column}", () => LastTests(column, 1)) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train], Plot = plot }).At(TimeScale.Run, () => LastTests(column, plan.Log.LastEpochs)));
        }
        var run = plan.Loops(RunMode.Train)[TimeScale.Run];
        run.OnStart.InsertBefore("Initialize environment", "Keep some pairs for tests", () => (learned.Patterns, tested.Patterns) = PatternsOf(run.Current));
        plan.Show(_events);
        plan.Show(new("Lines2", () => _lines) { Description = "The pairs of lines, each with the names of both.", IsEditable = true });
    }

    /// <summary>What a run learns and what it is tested with: of the pairs of lines, others are kept for tests in each run.</summary>
    private (TableView Train, TableView Test) PatternsOf(int run)
    {
        if (Pats != ComboPatterns.Lines2) { return (_events[Enum.Parse<EventSet>($"{Pats}")].View(), _events[Enum.Parse<EventSet>($"{Pats}")].View()); }
        var shuffled = _lines.View().Shuffle(SeedFor("split", run));
        var learned = (int)Math.Round(0.9 * shuffled.RowCount, MidpointRounding.AwayFromZero);   // 41 of 45
        return (shuffled.Take(learned), shuffled.Skip(learned));
    }

    /// <summary>The mean of what the last tests of this run have in a column.</summary>
    private double LastTests(string column, int count)
    {
        var run = Training.Stack[TimeScale.Run].Current;
        double[] found = [.. Log[RunMode.Test, TimeScale.Epoch].Rows.Where(row => row.Get<int>("Run") == run).Select(row => row.Get<double>(column)).TakeLast(count)];
        return found.Length == 0 ? double.NaN : found.Average();
    }
}
