using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Holds a cue over a delay and answers when it is time: deep cortex, prefrontal cortex with basal ganglia, and dopamine in one network.</summary>
/// <remarks>
/// Three mechanisms, of which each needs another. The deep cortex learns to predict from context what happens next: cue, wait or go. Its prediction, which the pulvinar
/// shows, is all that the basal ganglia see of events, and by it they learn when to take in a stimulus and when to put one out. They learn from dopamine, the temporal
/// difference of reward, which comes with right answers alone and vanishes as they become sure. Without context nothing is held; without dopamine, only where gates happen to be right from the beginning.
/// </remarks>
public sealed class DelayedResponse() : Simulation(runs: 10, epochs: 100)
{
    /// <inheritdoc/>
    public override string Description => "Learns to hold a cue over a delay, with deep cortex, prefrontal cortex and basal ganglia, and dopamine.";

    /// <summary>How many stimuli there are.</summary>
    [Display(Name = "Stimuli", Description = "How many stimuli there are."), Range(2, 26)]
    public int Stimuli { get; set; } = 4;

    /// <summary>How many trials, each with another stimulus, lie between cue and answer.</summary>
    [Display(Name = "Delay", Description = "How many trials, each with another stimulus, lie between cue and answer."), Range(0, 100), AppliesAt(When.Initialize)]
    public int Delay { get; set; } = 2;

    /// <summary>How many stripes can hold a stimulus.</summary>
    [Display(Name = "Stripes", Description = "How many stripes can hold a stimulus."), Range(1, 100)]
    public int Stripes { get; set; } = 4;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("DelayedResponse")
        {
            Style =
            {
                { "Prjn",          "plain steps, small ones",                             (LeabraProjection p) => p.Learn.Norm.On = p.Learn.Momentum.On = p.Learn.WtBal.On = false },
                { "Prjn",          "gates change faster than what is behind them",        (LeabraProjection p) => p.Learn.Lrate = 0.02f },
                { "Layer",         "activity outlasts trials",                            (LeabraLayer l) => l.Act.Init.Decay = 0f },
                { ".Back",         "top-down must stay weaker than bottom-up",            (LeabraProjection p) => p.WtScale.Rel = 0.2f },

                { ".Cortical",     "predictions are learned fast, by normalized steps",   (LeabraProjection p) => (p.Learn.Lrate, p.Learn.Norm.On, p.Learn.Momentum.On) = (0.04f, true, true) },
                { "#CortexP",      "one of three, shown as strongly as it is predicted",  (PulvinarLayer l) => (l.TRC.DriveScale, l.Inhib.Layer.Gi, l.Inhib.ActAvg.Init) = (0.8f, 2f, 0.33f) },
                { "#CortexP",      "predictions begin anew",                              (LeabraLayer l) => l.Act.Init.Decay = 1f },
                { "#CortexPToCortexCT", "predictions come from context, not from themselves", (LeabraProjection p) => p.WtScale.Rel = 0.05f },

                { ".PFCFixed",     "the way to a stripe is built in: a unit a stimulus",   (LeabraProjection p) => Fix(p) },
                { ".FmPFCOutD",    "what is put out decides the answer",                  (LeabraProjection p) => p.WtScale.Abs = 4f },
                { ".MatrixPrjn",   "what gated learns, and what did not, the other way",  (MatrixTraceProjection p) => (p.Learn.Lrate, p.WtInit.Var, p.Trace.GateNoGoPosLR) = (0.04f, 0.1f, 1f) },
                { "MatrixLayer",   "few Go and NoGo units at once",                       (PbwmMatrixLayer l) => (l.Act.XX1.Gain, l.Inhib.Layer.Gi, l.Inhib.Layer.FB) = (100f, 1.9f, 0.5f) },
                { "MatrixLayer",   "in each stripe one",                                  (PbwmMatrixLayer l) => (l.Inhib.Pool.Gi, l.Inhib.Self.Gi, l.Inhib.ActAvg.Init) = (2.1f, 0.4f, 0.05f) },
                { "#GPiThal",      "one gate at a time, and not without Go",              (GPiThalLayer l) => (l.Act.Dt.GTau, l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.ActAvg.Init) = (3f, 1.8f, 1f, 0.2f) },
                { "#GPeNoGo",      "as NoGo",                                             (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.Layer.FBTau, l.Inhib.ActAvg.Init) = (2.4f, 0.5f, 3f, 0.2f) },
                { ".PFC",          "each stripe for itself",                              (LeabraLayer l) => (l.Inhib.Layer.On, l.Inhib.Pool.On, l.Inhib.Pool.Gi, l.Inhib.ActAvg.Init) = (false, true, 1.8f, 0.2f) },
                { ".OneOf",        "one of a few",                                        (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.ActAvg.Init) = (2f, 0.5f, 0.25f) },
                { "Layer",         "strengths do not drift while activity does",          (LeabraLayer l) => l.Inhib.ActAvg.Fixed = true },

                { ".Expecting",    "no reward is expected at first",                      (LeabraProjection p) => (p.WtInit.Mean, p.WtInit.Var, p.WtInit.Sym, p.Learn.Lrate) = (0f, 0f, false, 0.05f) },
            },
        };
        net.Styles["NoContext"] = new()
        {
            { "#CortexCTToCortexCT", "for comparison: a cortex that cannot count the trials of the delay", (ContextProjection p) => p.WtScale.Rel = 0f },
        };
        net.Styles["NoDopamine"] = new()
        {
            { ".MatrixPrjn", "for comparison: basal ganglia that dopamine teaches nothing", (MatrixTraceProjection p) => p.Learn.Lrate = 0f },
        };

        var reward = net.AddTemporalDifferences();   // Rew, RewPred, RewInteg, TD
        var stimulus = net.AddPbwmLayer("Stimulus", [1, Stimuli], LayerKind.Input);
        var happening = net.AddPbwmLayer("Event", [1, 3], LayerKind.Input);
        var response = net.AddPbwmLayer("Response", [1, Stimuli], LayerKind.Target);
        foreach (var layer in (Layer[])[stimulus, happening, response]) { layer.AddClass("OneOf"); }

        var area = net.AddDeep("Cortex", [7, 7], pulvinar: happening.Shape, happening.Name);   // Cortex, CortexCT and CortexP, which Event drives
        net.Project(happening, area.Super, Connectivity.Full);
        net.ProjectContext(area.CT, area.CT, new FullConnectivity { SelfCon = true });          // so that it can count the trials of the delay
        foreach (var projection in net.Projections.Where(p => p.Receiver.Name.StartsWith("Cortex", StringComparison.Ordinal))) { projection.AddClass("Cortical"); }

        var (ganglia, cortex) = net.AddPbwm(rows: 1, maintaining: Stripes, output: Stripes, matrix: (1, 3), prefrontal: (1, Stimuli));
        ganglia.CIN.RewLays.Add(reward.Reward.Name);
        ganglia.CIN.RewLays.Add(reward.Prediction.Name);
        Connectivity full = Connectivity.Full, sameUnit = new RectConnectivity { Size = new(1, 1), Scale = new(1, 1), Wrap = true };
        foreach (var matrix in (PbwmMatrixLayer[])[ganglia.MatrixGo, ganglia.MatrixNoGo]) { net.ProjectToMatrix(area.Pulvinar!, matrix, sameUnit); }
        net.Project(stimulus, cortex.Maint!, sameUnit).AddClass("PFCFixed");
        net.Project(stimulus, response, full);
        net.Project(cortex.OutDeep!, response, full).AddClass("FmPFCOutD");
        foreach (var sender in (Layer[])[happening, cortex.MaintDeep!]) { net.Project(new TDRewardPredictionProjection(sender, reward.Prediction, full)).AddClass("Expecting"); }
        reward.Dopamine.SendDA.AddAllBut(net);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        DelayedResponseEnvironment train = new(Stimuli, Delay, sequences: 25), test = new(Stimuli, Delay, sequences: 25, "Test");
        plan.Train(train).Test(test).CycleByCycle();
        plan.Log.ErrorStatistics("Response");
        Follow(plan, RunMode.Train, train);
        Follow(plan, RunMode.Test, test);
        plan.StopAfter(zeroErrorEpochs: 5);
    }

    // The answer is that of the minus phase, and reward comes with the plus phase.
    private void Follow(SimulationPlan plan, RunMode mode, DelayedResponseEnvironment environment)
    {
        LeabraLayer response = (LeabraLayer)Network["Response"], rewarded = (LeabraLayer)Network["Rew"], predicted = (LeabraLayer)Network["CortexP"];
        plan.Loops(mode)[TimeScale.Cycle].Events.Add("Reward the answer", at: 75, () =>
        {
            var answer = response.Pools[0].Inhib.Act;
            rewarded.Present([environment.IsGo && answer.Max > 0.1f && answer.MaxIndex == environment.Cue ? 1f : 0f], rewarded.Shape);
        });
        Log("GoErr", () => environment.IsGo ? response.SquaredError().Sum > 0 ? 1 : 0 : double.NaN);
        Log("PredErr", () => MostActive(predicted.Units("ActM")) == environment.Event ? 0 : 1);
        Log("DA_Go", () => environment.IsGo ? Network["TD"].Units("Act")[0] : double.NaN);

        void Log(string column, Func<double> value) => plan.Log.Add(LogItem.Number(column, value) with { Modes = [mode], Aggregate = Statistic.Mean, Plot = new() { IsOn = true } });
    }

    private static int MostActive(ReadOnlySpan<float> units)
    {
        var most = 0;
        for (var i = 1; i < units.Length; i++) { if (units[i] > units[most]) { most = i; } }
        return most;
    }

    private static void Fix(LeabraProjection p) => (p.Learn.Learn, p.WtInit.Mean, p.WtInit.Var, p.WtInit.Sym) = (false, 0.8f, 0f, false);
}
