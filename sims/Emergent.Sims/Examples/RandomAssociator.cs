using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns 25 random 5×5 → 5×5 associations with a four-layer network: the model to start from.</summary>
/// <remarks>
/// Nothing in the patterns helps: each pair has to be learned by itself, so it shows what error-driven learning through two hidden layers can do.
/// Source: emergent leabra, examples/ra25.
/// </remarks>
public sealed class RandomAssociator() : Simulation(runs: 10, epochs: 50)
{
    private TableEnvironment? _train, _test;

    /// <inheritdoc/>
    public override string Description => "Learns 25 random 5×5 → 5×5 associations: the model to start from.";

    /// <summary>How many pairs are to be learned.</summary>
    [Display(Name = "Patterns", Description = "How many pairs are to be learned."), Range(1, 10_000), AppliesAt(When.Initialize)]
    public int PatternCount { get; set; } = 25;

    /// <summary>How many units are on in each pattern.</summary>
    [Display(Name = "Active units", Description = "How many units are on in each pattern."), Range(1, 24), AppliesAt(When.Initialize)]
    public int Active { get; set; } = 6;   // 6 of 25 is about the activity that inhibition lets through

    /// <summary>Which of the random sets of patterns is learned.</summary>
    [Display(Name = "Pattern set", Description = "Which of the random sets of patterns is learned."), Range(0, int.MaxValue), AppliesAt(When.Initialize)]
    public int PatternSet { get; set; }

    /// <summary>Whether each run learns a set of patterns of its own.</summary>
    [Display(Name = "New patterns each run", Description = "Whether each run learns a set of patterns of its own."), AppliesAt(When.Initialize)]
    public bool NewPatternsEachRun { get; set; }

    /// <summary>Goes on to another set of patterns, from the next run on.</summary>
    [Action("Draw new patterns")]
    public void NewPatterns() => PatternSet++;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("RandomAssociator")
        {
            Style =
            {
                { "Prjn",    "normalized steps with momentum learn these patterns fastest", (LeabraProjection p) => { p.Learn.Norm.On = true; p.Learn.Momentum.On = true; } },
                { "Prjn",    "keeps strong units from taking over",                         (LeabraProjection p) => p.Learn.WtBal.On = true },
                { "Layer",   "sparse hidden activity, about 15 % of the units",             (LeabraLayer l) => l.Inhib.Layer.Gi = 1.8f },
                { "Layer",   "activity may carry over from trial to trial",                 (LeabraLayer l) => l.Act.Init.Decay = 0f },
                { "Layer",   "the leak of the reference model",                             (LeabraLayer l) => l.Act.Gbar.L = 0.1f },
                { ".Back",   "top-down must stay weaker than bottom-up",                    (LeabraProjection p) => p.WtScale.Rel = 0.2f },
                { "#Output", "a small layer needs less inhibition",                         (LeabraLayer l) => l.Inhib.Layer.Gi = 1.4f },
            },
        };
        net.Styles["DefaultInhib"] = new()
        {
            { "#Output", "as much inhibition as the hidden layers", (LeabraLayer l) => l.Inhib.Layer.Gi = 1.8f },
            { "Sim",     "which takes longer to learn",             (Simulation s) => s.Epochs = 100 },
        };
        net.Styles["NoMomentum"] = new()
        {
            { "Prjn", "plain steps, for comparison", (LeabraProjection p) => { p.Learn.Norm.On = false; p.Learn.Momentum.On = false; } },
        };
        net.Styles["WtBalOn"] = new()
        {
            { "Prjn", "weight balance, for sets that go without", (LeabraProjection p) => p.Learn.WtBal.On = true },
        };

        var input = net.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden1 = net.AddLayer("Hidden1", SizeOf("Hidden1", [7, 7]));
        var hidden2 = net.AddLayer("Hidden2", SizeOf("Hidden2", [7, 7]));
        var output = net.AddLayer("Output", [5, 5], LayerKind.Target);
        net.Project(input, hidden1, Connectivity.Full);
        net.ProjectBothWays(hidden1, hidden2, Connectivity.Full);
        net.ProjectBothWays(hidden2, output, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        _train = new TableEnvironment(DrawPatterns(run: 0), Order.Permuted);
        _test = new TableEnvironment(_train.Patterns, Order.Sequential, "Test");
        plan.Train(_train).StopAfter(zeroErrorEpochs: 5).TestEvery(epochs: 5);
        plan.Test(_test);
        plan.ClearsInputs = false;   // every trial shows all of Input and Output anew
        plan.Log.ErrorStatistics("Output").ActivityOf("Hidden1", "Hidden2", "Output")
            .PrincipalComponentsOf("Hidden1", every: 5, variable: "ActM").PrincipalComponentsOf("Hidden2", every: 5, variable: "ActM");

        var run = plan.Loops(RunMode.Train)[TimeScale.Run];
        run.OnStart.InsertBefore("Initialize environment", "Draw patterns", () => _train.Patterns = _test.Patterns = DrawPatterns(run.Current));
    }

    private Table DrawPatterns(int run) => Patterns.RandomBits(
        PatternCount, [5, 5], Active, SeedFor("patterns", PatternSet + (NewPatternsEachRun ? run : 0)), "Input", "Output");
}
