using System.ComponentModel.DataAnnotations;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns an artificial grammar by predicting, letter after letter, what comes next: deep predictive learning.</summary>
/// <remarks>
/// In the minus phase HiddenCT, which knows the letter before only from the context that it was sent, predicts over the pulvinar HiddenP; in the plus phase Input
/// drives HiddenP, and the difference teaches. The letters are ambiguous, so the network has to find out what to remember of those before.
/// Source: O'Reilly, Russin, Zolfaghar and Rohrlich (2021), Deep predictive learning in neocortex and pulvinar; emergent leabra, examples/deep_fsa.
/// </remarks>
public sealed class DeepFsa() : Simulation(runs: 10, epochs: 50)
{
    /// <inheritdoc/>
    public override string Description => "Learns Reber's artificial grammar by predicting the next letter, with deep layers and pulvinar.";

    /// <summary>How many strings of letters an epoch has.</summary>
    [Display(Name = "Strings", Description = "How many strings of letters an epoch has."), Range(1, 10_000), AppliesAt(When.Initialize)]
    public int Strings { get; set; } = 25;

    /// <summary>How many strings of letters a test has.</summary>
    [Display(Name = "Test strings", Description = "How many strings of letters a test has."), Range(1, 10_000), AppliesAt(When.Initialize)]
    public int TestStrings { get; set; } = 10;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("DeepFsa")
        {
            Style =
            {
                { "Prjn",                "normalized steps with momentum",                       (LeabraProjection p) => { p.Learn.Norm.On = true; p.Learn.Momentum.On = true; } },
                { "Prjn",                "keeps strong units from taking over",                  (LeabraProjection p) => p.Learn.WtBal.On = true },
                { "Layer",               "sparse hidden activity",                               (LeabraLayer l) => l.Inhib.Layer.Gi = 1.8f },
                { "Layer",               "less association than usual: prediction errors teach", (LeabraLayer l) => l.Learn.AvgL.Gain = 1.5f },
                { "Layer",               "strengths do not drift while activity does",           (LeabraLayer l) => l.Inhib.ActAvg.Fixed = true },
                { "Layer",               "context outlasts trials",                              (LeabraLayer l) => l.Act.Init.Decay = 0f },
                { ".Back",               "top-down must stay weaker than bottom-up",             (LeabraProjection p) => p.WtScale.Rel = 0.2f },
                { "TRCLayer",            "what happens is shown as strongly as it is predicted", (PulvinarLayer l) => l.TRC.DriveScale = 0.8f },
                { "CTCtxtPrjn",          "context needs its strong weights",                     (ContextProjection p) => p.Learn.WtBal.On = false },
                { ".Input",              "one letter of seven is shown, or two are predicted",   (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.ActAvg.Init) = (2f, 0.15f) },
                { "#HiddenPToHiddenCT",  "predictions come from context, not from themselves",   (LeabraProjection p) => p.WtScale.Rel = 0.05f },
            },
        };
        net.Styles["NoMomentum"] = new()
        {
            { "Prjn", "plain steps, for comparison", (LeabraProjection p) => { p.Learn.Norm.On = false; p.Learn.Momentum.On = false; } },
        };
        net.Styles["NoContext"] = new()
        {
            { "#HiddenCTToHiddenCT", "for comparison: context of one letter alone, which is not enough", (ContextProjection p) => p.WtScale.Rel = 0f },
        };

        var input = net.AddLayer("Input", [1, 7], LayerKind.Input);
        var area = net.AddDeep("Hidden", SizeOf("Hidden", [8, 8]), pulvinar: [1, 7], "Input");   // Hidden, HiddenCT and HiddenP, which Input drives
        area.Pulvinar!.AddClass("Input");
        net.AddLayer("Targets", [1, 7], LayerKind.Input);   // the legal letters, to look at and to score by; it projects nowhere
        net.Project(input, area.Super, Connectivity.Full);
        net.ProjectContext(area.CT, area.CT, new FullConnectivity { SelfCon = true });   // so that context can last more than one trial
        net.ProjectContext(input, area.CT, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        LeabraLayer predicted = (LeabraLayer)Network["HiddenP"], legal = (LeabraLayer)Network["Targets"];
        plan.Train(new ReberGrammarEnvironment(Strings));
        plan.Test(new ReberGrammarEnvironment(TestStrings, "Test"));
        plan.Log.ErrorStatistics(new LegalPrediction(predicted, legal));
        plan.Log.UnitsOf("HiddenP", "ActM").UnitsOf("Targets", "Act");
        plan.StopAfter(zeroErrorEpochs: 5);
    }
}
