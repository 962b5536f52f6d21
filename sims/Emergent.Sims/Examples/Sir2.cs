using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns from reward alone when to take a stimulus into working memory, when to leave it, and when to put out what it holds.</summary>
/// <remarks>
/// Each stripe of prefrontal cortex holds one stimulus behind a gate; the basal ganglia open it, and learn when by dopamine that only recall brings. How to answer is learned
/// as in other models. Some runs stay at storing wrongly: what is not yet recalled cannot be rewarded.
/// Source: O'Reilly and Frank (2006), Making working memory work; emergent leabra, examples/sir2; with the set OneItem the textbook's simulation sir.
/// </remarks>
public sealed class Sir2() : Simulation(runs: 10, epochs: 100)
{
    private const int Stimuli = 4;

    /// <inheritdoc/>
    public override string Description => "Learns by dopamine which stimuli to store, ignore and recall, with prefrontal cortex and basal ganglia.";

    /// <summary>How many stimuli are to be held at once.</summary>
    [Display(Name = "Items", Description = "How many stimuli are to be held at once."), Range(1, 10)]
    public int Items { get; set; } = 2;

    /// <summary>How many stripes there are for each of them; each can find another way to use its gates.</summary>
    [Display(Name = "Rows of stripes", Description = "How many stripes there are for each of them; each can find another way to use its gates."), Range(1, 100)]
    public int Rows { get; set; } = 4;

    /// <summary>Whether the hidden layer is told what is to be done; if not, it sees stimuli and memory alone, and nothing moves it in recall until a gate opens.</summary>
    [Display(Name = "Hidden sees control", Description = "Whether the hidden layer is told what is to be done, and not the gates alone.")]
    public bool HiddenSeesControl { get; set; } = true;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("SIR")
        {
            Style =
            {
                { "Prjn",           "plain steps, small ones",                            (LeabraProjection p) => p.Learn.Norm.On = p.Learn.Momentum.On = p.Learn.WtBal.On = false },
                { "Prjn",           "gates change faster than what is behind them",       (LeabraProjection p) => p.Learn.Lrate = 0.02f },
                { "Layer",          "activity outlasts trials",                           (LeabraLayer l) => l.Act.Init.Decay = 0f },
                { ".Back",          "top-down must stay weaker than bottom-up",           (LeabraProjection p) => p.WtScale.Rel = 0.2f },
                { ".PFCFixed",      "the way to a stripe is built in: a unit a stimulus", (LeabraProjection p) => Fix(p) },
                { ".FmPFCOutD",     "what is put out decides the answer",                 (LeabraProjection p) => p.WtScale.Abs = 4f },
                { "RWPrjn",         "nothing is expected at first",                       (LeabraProjection p) => (p.WtInit.Mean, p.WtInit.Var, p.WtInit.Sym) = (0f, 0f, false) },
                { "#RWPred",        "never quite sure",                                   (RescorlaWagnerPredictionLayer l) => (l.PredRange.Min, l.PredRange.Max) = (0.05f, 0.95f) },
                { "#Rew",           "rewards and dopamine may be negative",               (LeabraLayer l) => (l.Act.Clamp.Range.Min, l.Act.Clamp.Range.Max) = (-1f, 1f) },
                { ".MatrixPrjn",    "what gated learns, and what did not, the other way", (MatrixTraceProjection p) => (p.Learn.Lrate, p.WtInit.Var, p.Trace.GateNoGoPosLR) = (0.04f, 0.1f, 1f) },
                { "MatrixLayer",    "few Go and NoGo units at once",                      (PbwmMatrixLayer l) => (l.Act.XX1.Gain, l.Inhib.Layer.Gi, l.Inhib.Layer.FB) = (100f, 2.2f, 1f) },
                { "MatrixLayer",    "in each stripe one",                                 (PbwmMatrixLayer l) => (l.Inhib.Pool.Gi, l.Inhib.Self.Gi, l.Inhib.ActAvg.Init) = (2.1f, 0.4f, 0.05f) },
                { "#GPiThal",       "gates open against some NoGo",                       (GPiThalLayer l) => (l.Gate.NoGo, l.Gate.Thr, l.Act.Dt.GTau) = (1.25f, 0.25f, 3f) },
                { "#GPiThal",       "not all at once",                                    (LeabraLayer l) => Inhibit(l, 1.8f, feedback: 1f, active: 0.2f) },
                { "#GPeNoGo",       "as NoGo",                                            (LeabraLayer l) => Inhibit(l, 2.4f, feedback: 0.5f, active: 0.2f) },
                { "#GPeNoGo",       "without overshoot",                                  (LeabraLayer l) => l.Inhib.Layer.FBTau = 3f },
                { ".PFC",           "each stripe for itself",                             (LeabraLayer l) => (l.Inhib.Layer.On, l.Inhib.Pool.On, l.Inhib.Pool.Gi) = (false, true, 1.8f) },
                { ".PFC",           "how many units are active is known",                 (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.2f, true) },
                { "#Input",         "one of four",                                        (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.25f, true) },
                { "#Output",        "one of four",                                        (LeabraLayer l) => Inhibit(l, 2f, feedback: 0.5f, active: 0.25f) },
                { "#Hidden",        "few units",                                          (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB) = (2f, 0.5f) },
                { "#InputToOutput", "stimuli are answered directly unless memory is",     (LeabraProjection p) => p.WtScale.Rel = 0.5f },
            },
        };
        net.Styles["OneItem"] = new()
        {
            { "Sim",         "the textbook's simulation",          (Sir2 s) => (s.Items, s.Rows, s.HiddenSeesControl) = (1, 1, false) },
            { "MatrixLayer", "fewer units need less inhibition",   (PbwmMatrixLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB) = (1.9f, 0.5f) },
            { "#GPiThal",    "two gates open more easily",         (GPiThalLayer l) => (l.Gate.NoGo, l.Gate.Thr) = (1f, 0.2f) },
            { ".FmPFCOutD",  "and one stripe no more than an input", (LeabraProjection p) => p.WtScale.Abs = 1f },
            { "#RWPred",     "surer",                              (RescorlaWagnerPredictionLayer l) => (l.PredRange.Min, l.PredRange.Max) = (0.01f, 0.99f) },
        };

        var reward = net.AddRescorlaWagner();   // Rew, RWPred, DA
        var input = net.AddPbwmLayer("Input", [1, Stimuli], LayerKind.Input);
        var control = net.AddPbwmLayer("CtrlInput", [1, 2 * Items + 1], LayerKind.Input);
        var output = net.AddPbwmLayer("Output", [1, Stimuli], LayerKind.Target);
        var hidden = net.AddPbwmLayer("Hidden", [7, 7]);
        var (ganglia, cortex) = net.AddPbwm(Rows, maintaining: Items, output: Items, matrix: (1, control.UnitCount), prefrontal: (1, Stimuli));
        foreach (var name in (string[])[reward.Reward.Name, reward.Prediction.Name]) { ganglia.CIN.RewLays.Add(name); }

        Connectivity full = Connectivity.Full, sameUnit = new RectConnectivity { Size = new(1, 1), Scale = new(1, 1), Wrap = true };
        foreach (var sender in (Layer[])[control, cortex.MaintDeep!, cortex.OutDeep!]) { net.Project(new RescorlaWagnerProjection(sender, reward.Prediction, full)); }
        foreach (var matrix in (PbwmMatrixLayer[])[ganglia.MatrixGo, ganglia.MatrixNoGo]) { net.ProjectToMatrix(control, matrix, sameUnit); }
        net.Project(input, cortex.Maint!, sameUnit).AddClass("PFCFixed");
        net.Project(input, hidden, full);
        if (HiddenSeesControl) { net.Project(control, hidden, full); }
        net.ProjectBothWays(hidden, output, full);
        foreach (var receiver in (Layer[])[hidden, output]) { net.Project(cortex.OutDeep!, receiver, full).AddClass("FmPFCOutD"); }
        net.Project(input, output, full);
        reward.Dopamine.SendDA.AddAllBut(net);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        StoreIgnoreRecallEnvironment train = new(Items, Stimuli), test = new(Items, Stimuli, "Test");
        plan.Train(train, trials: 100).Test(test, trials: 20).CycleByCycle();
        RewardAnswers(plan, RunMode.Train, train);
        RewardAnswers(plan, RunMode.Test, test);
        Layer dopamine = Network["DA"], prediction = Network["RWPred"];
        plan.Log.ErrorStatistics("Output")
            .Value("DA", () => dopamine.Units("Act")[0]).Value("AbsDA", () => Math.Abs(dopamine.Units("Act")[0]), plot: new() { Min = 0 })
            .Value("RewPred", () => prediction.Units("Act")[0]);
        plan.StopAfter(zeroErrorEpochs: 5);
        plan.Log.LastEpochs = 1;
    }

    // The answer is that of the minus phase, and reward comes with the plus phase. Other trials have none, not one of 0: then nothing is learned from dopamine.
    private void RewardAnswers(SimulationPlan plan, RunMode mode, StoreIgnoreRecallEnvironment environment)
    {
        LeabraLayer output = (LeabraLayer)Network["Output"], rewarded = (LeabraLayer)Network["Rew"];
        plan.Loops(mode)[TimeScale.Cycle].Events.Add("Reward the answer", at: 75, () =>
        {
            if (environment.IsRecall) { rewarded.Present([output.Pools[0].Inhib.Act.MaxIndex == environment.Answer ? 1f : 0f], rewarded.Shape); }
        });
    }

    private static void Fix(LeabraProjection p) => (p.Learn.Learn, p.WtInit.Mean, p.WtInit.Var, p.WtInit.Sym) = (false, 0.8f, 0f, false);

    private static void Inhibit(LeabraLayer l, float gi, float feedback, float active) =>
        (l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (gi, feedback, active, true);
}
