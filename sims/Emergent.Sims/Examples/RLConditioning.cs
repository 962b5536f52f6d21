using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>By which rule reward is predicted.</summary>
public enum RewardRule
{
    /// <summary>Temporal differences: dopamine is the change of what is expected, from moment to moment.</summary>
    TD,

    /// <summary>Rescorla and Wagner: dopamine is reward less what was predicted for this moment.</summary>
    RW,
}

/// <summary>Learns what predicts reward, in Pavlovian conditioning: acquisition, then extinction or second-order conditioning.</summary>
/// <remarks>
/// With temporal differences dopamine, at first at the reward, moves back in time from presentation to presentation, to the beginning of the stimulus. By the rule of
/// Rescorla and Wagner it vanishes at the reward and appears nowhere else. Both dip where a reward that is expected does not come.
/// Nothing is random here, so that all runs are the same. Source: the textbook's simulation rl_cond; emergent leabra, rl.
/// </remarks>
public sealed class RLConditioning() : Simulation(runs: 1, epochs: 200)
{
    /// <inheritdoc/>
    public override string Description => "Learns what predicts reward, by temporal differences or Rescorla and Wagner's rule: acquisition, then extinction.";

    /// <summary>By which rule reward is predicted: TD or RW.</summary>
    [Display(Name = "Rule", Description = "By which rule reward is predicted: TD or RW.")]
    public RewardRule Rule { get; set; }

    /// <summary>How many presentations of stimulus and reward come first; an epoch is one presentation.</summary>
    [Display(Name = "Acquisition", Description = "How many presentations of stimulus and reward come first."), Range(0, 1_000_000), AppliesAt(When.Initialize)]
    public int Acquisition { get; set; } = 100;

    /// <summary>What comes then: Extinction, SecondOrder or Acquisition.</summary>
    [Display(Name = "Then", Description = "What comes then: Extinction, SecondOrder or Acquisition."), AppliesAt(When.Initialize)]
    public ConditioningPhase Then { get; set; } = ConditioningPhase.Extinction;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("RLConditioning")
        {
            Style =
            {
                { ".Predicting", "nothing is known at first",              (LeabraProjection p) => (p.WtInit.Mean, p.WtInit.Var, p.WtInit.Sym) = (0f, 0f, false) },
                { ".Predicting", "half the way to the reward each time",   (LeabraProjection p) => p.Learn.Lrate = 0.5f },
                { "#Input",      "one active unit is full strength",       (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (1f / 60, true) },
                { "#Rew",        "a reward of 1 is 1; punishment is below", (LeabraLayer l) => (l.Act.Clamp.Range.Min, l.Act.Clamp.Range.Max) = (-1f, 1f) },
            },
        };
        net.Styles["SecondOrder"] = new() { { "Sim", "what predicts A comes to predict reward", (RLConditioning s) => s.Then = ConditioningPhase.SecondOrder } };
        net.Styles["RescorlaWagner"] = new() { { "Sim", "without time", (RLConditioning s) => s.Rule = RewardRule.RW } };

        if (Rule == RewardRule.TD)
        {
            var prediction = net.AddTemporalDifferences().Prediction;   // Rew, RewPred, RewInteg, TD
            net.Project(new TDRewardPredictionProjection(AddInput(), prediction, Connectivity.Full)).AddClass("Predicting");
        }
        else
        {
            var prediction = net.AddRescorlaWagner().Prediction;        // Rew, RWPred, DA
            net.Project(new RescorlaWagnerProjection(AddInput(), prediction, Connectivity.Full)).AddClass("Predicting");
        }
        return net;

        LeabraLayer AddInput() => net.AddLayer("Input", [3, ConditioningEnvironment.Steps], LayerKind.Input);
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var environment = new ConditioningEnvironment(Acquisition, Then);
        plan.Train(environment);
        LogLast("DA", Rule == RewardRule.TD ? "TD" : "DA", "Act");
        LogLast("RewPred", Rule == RewardRule.TD ? "RewPred" : "RWPred", "Act");
        LogLast("RewPred_ActM", Rule == RewardRule.TD ? "RewPred" : "RWPred", "ActM");
        if (Rule == RewardRule.TD)
        {
            LogLast("RewInteg", "RewInteg", "Act");
            LogLast("RewInteg_ActM", "RewInteg", "ActM");
        }
        LogLast("Rew", "Rew", "Act");

        // Of each presentation, the dopamine of all its steps, and at the moments that matter.
        var dopamine = new float[ConditioningEnvironment.Steps];
        var (presentation, step) = (plan.Loops(RunMode.Train)[TimeScale.Epoch], plan.Loops(RunMode.Train)[TimeScale.Trial]);
        step.OnEnd.Add("Note dopamine", () => dopamine[step.Current] = Network[Rule == RewardRule.TD ? "TD" : "DA"].Units("Act")[0]);
        plan.Log.Add(LogItem.Tensor("DA_Steps", [dopamine.Length], dopamine.CopyTo) with { Scale = TimeScale.Epoch });
        foreach (var (name, at) in ((string, int)[])[("B", ConditioningEnvironment.OnsetOfB), ("A", ConditioningEnvironment.OnsetOfA), ("US", ConditioningEnvironment.RewardStep)])
        {
            plan.Log.Add(LogItem.Number($"DA_{name}", () => dopamine[at]) with { Scale = TimeScale.Epoch, Plot = new() { IsOn = true, Min = -1, Max = 1 } });
        }
        plan.Log.Add(LogItem.Text("Part", () => environment.PhaseOf(presentation.Current).ToString()) with { Scale = TimeScale.Epoch });

        void LogLast(string column, string layer, string variable) =>
            plan.Log.Add(LogItem.Number(column, () => Network[layer].Units(variable)[0]) with { Aggregate = null, Plot = new() { IsOn = column == "DA", Min = -1, Max = 1 } });
    }
}
