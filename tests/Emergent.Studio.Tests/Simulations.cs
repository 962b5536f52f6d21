using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Studio.Tests;

/// <summary>A small network that can be told to fail, and to do things.</summary>
public class Fallible() : Simulation(runs: 1, epochs: 10_000_000)
{
    /// <summary>The trial that fails, −1 for none.</summary>
    [AppliesAt(When.Initialize)]
    public int FailsAt { get; set; } = -1;

    /// <summary>How long it waits; a number with a unit.</summary>
    [DisplayFormat(DataFormatString = "{0} ms")]
    public float Wait { get; set; } = 20;

    /// <summary>How many units the hidden layer has a side.</summary>
    [Range(1, 20)]
    public int Side { get; set; } = 3;

    /// <summary>What the action was told.</summary>
    public string Told = "";

    /// <summary>Done by the action.</summary>
    public Action OnTold = () => { };

    [Action("Tell")]
    [Description("Tells it something.")]
    public string Tell([Description("What.")] string what, [Range(1, 3)] int times = 2)
    {
        OnTold();
        Told = string.Concat(Enumerable.Repeat(what, times));
        return Told;
    }

    [Action("Fail")]
    public void Fail() => throw new EmergentException("It failed.");

    /// <summary>Patterns to be edited.</summary>
    public Table Patterns { get; } = NamedPatterns();

    /// <summary>What an action has found.</summary>
    public Table? Found { get; set; }

    [Action("Find")]
    public void Find() => Found = SimilarityMatrix.Of(Patterns, "Input", Metric.Euclidean, "Name").ToTable();

    [Action("Compare")]
    [Description("How alike the patterns are.")]
    public Table Compare() => SimilarityMatrix.Of(Patterns, "Output", Metric.Euclidean, "Name").ToTable();

    [Action("All patterns")]
    public Table AllPatterns() => Patterns;

    [Action("Share")]
    public float Share() => 0.25f;

    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("Fallible");
        var input = net.AddLayer("Input", [2, 2], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", [Side, Side]);
        var output = net.AddLayer("Output", [2, 2], LayerKind.Target);
        net.Project(input, hidden, Connectivity.Full);
        net.ProjectBothWays(hidden, output, Connectivity.Full);
        return net;
    }

    private static Table NamedPatterns()
    {
        var patterns = Emergent.Networks.Patterns.RandomBits(4, [2, 2], 2, seed: 7, "Input", "Output");
        var names = patterns.Column<string>("Name");
        foreach (var (row, name) in new[] { "cat", "dog", "dog", "cow" }.Index()) { names[row] = name; }
        return patterns;
    }

    protected override void Configure(SimulationPlan plan)
    {
        plan.Train(new TableEnvironment(Patterns, Order.Sequential)).TestEvery(epochs: 2);
        plan.Test(new TableEnvironment(Patterns, Order.Sequential, "Test"));
        plan.Show(new("patterns", () => Patterns) { Description = "What is learned.", IsEditable = true });
        plan.Show(new("found", () => Found ?? throw new EmergentException("Nothing has been found. Press Find.")) { As = ShownAs.Similarity, Column = "Euclidean" });
        plan.Log.ErrorStatistics("Output");
        var trial = plan.Loops(RunMode.Train)[TimeScale.Trial];
        trial.OnEnd.Add("Fail", () => { if (trial.Current == FailsAt) { throw new EmergentException($"Trial {trial.Current} was to fail."); } });
    }
}

/// <summary>One whose input reaches the hidden layer in two ways.</summary>
public sealed class Doubled : Fallible
{
    protected override Network BuildNetwork()
    {
        var network = (LeabraNetwork)base.BuildNetwork();
        network.Project(network["Input"], network["Hidden"], Connectivity.OneToOne).AddClass("Direct");
        return network;
    }
}

/// <summary>What a simulation can attend to.</summary>
[Flags]
public enum Senses
{
    Sight = 1,
    Sound = 2,
    Touch = 4,
    All = 7,
}

/// <summary>One with parameters of all kinds.</summary>
public sealed class Various : Fallible
{
    private int _done;

    /// <summary>What it attends to.</summary>
    [AppliesAt(When.Now)]
    public Senses Senses { get; set; } = Senses.Sight;

    /// <summary>One after the other.</summary>
    [Range(0.0, 1.0), AppliesAt(When.Initialize)]
    public float[] Rates { get; set; } = [0.5f, 0.25f];

    /// <summary>What each costs.</summary>
    [AppliesAt(When.Initialize)]
    public Dictionary<string, int> Costs { get; set; } = new() { ["cat"] = 2 };

    /// <summary>How many trials have ended since it was made.</summary>
    [Display(Name = "Trials done")]
    public int Done => _done;

    /// <summary>It throws before the first trial.</summary>
    [Display(Name = "Last")]
    public string Last => _done > 0 ? $"the trial number {_done}" : throw new InvalidOperationException("Nothing is done yet.");

    protected override void Configure(SimulationPlan plan)
    {
        base.Configure(plan);
        plan.Loops(RunMode.Train)[TimeScale.Trial].OnEnd.Add("Count", () => _done++);
    }
}
