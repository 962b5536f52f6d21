using System.ComponentModel.DataAnnotations;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns two lists of ten pairs, AB and then AC, with a hippocampus, which keeps much of the first where a cortex would lose it.</summary>
/// <remarks>
/// Dentate gyrus and CA3 give each pair a sparse pattern of its own, however like another it is, and CA1 learns to bring back from it what the cortex showed; when it is cued
/// with item and context alone, CA3 completes the pattern. Each trial is a theta cycle. Source: Ketz, Morkonda and O'Reilly (2013), Theta coordinated error-driven learning in
/// the hippocampus; the textbook's simulation hip; emergent leabra, examples/hip.
/// </remarks>
public sealed class Hip() : Simulation(runs: 10, epochs: 20)
{
    private HippocampusLayers _layers = null!;

    /// <inheritdoc/>
    public override string Description => "Learns two lists of pairs, AB and AC, with a hippocampus, and keeps much of the first.";

    /// <summary>How many pairs a list has.</summary>
    [Display(Name = "Pairs", Description = "How many pairs a list has."), Range(1, 10_000), AppliesAt(When.Initialize)]
    public int Pairs { get; set; } = 10;

    /// <summary>Which part of a context's active units is others for each pair, on average.</summary>
    [Display(Name = "Context flips", Description = "Which part of a context's active units is others for each pair, on average."), Range(0.0, 1.0), AppliesAt(When.Initialize)]
    public double ContextFlips { get; set; } = 0.22;   // lists are learned as fast as those of the reference; with 0 pairs are too alike

    /// <summary>The share of units that may be wrong in a memory.</summary>
    [Display(Name = "Memory threshold", Description = "The share of units that may be wrong in a memory."), Range(0.0, 1.0), AppliesAt(When.Initialize)]
    public double MemThr { get; set; } = 0.34;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        // AddHippocampus gives the parameters of the textbook's model; here is what decides most about it, to be looked at and changed.
        var net = new LeabraNetwork("Hip")
        {
            Style =
            {
                { ".EC",          "each pool of the cortex keeps an item of its own", (LeabraLayer l) => l.Inhib.Pool.Gi = 2f },
                { "#DG",          "hardly any units are active: similar pairs become different", (LeabraLayer l) => l.Inhib.Layer.Gi = 3.8f },
                { "#CA3",         "few more",                                         (LeabraLayer l) => l.Inhib.Layer.Gi = 2.8f },
                { "#CA1",         "as sparse in each pool as the cortex can be read from", (LeabraLayer l) => l.Inhib.Pool.Gi = 2.4f },
                { "#ECinToDG",    "a unit that is active takes the pattern as its own", (CHLProjection p) => (p.CHL.Hebb, p.Learn.Lrate) = (0.5f, 0.4f) },
                { "#DGToCA3",     "mossy fibres decide what CA3 shows, in training",  (LeabraProjection p) => p.WtScale.Rel = 4f },
                { "#CA3ToCA3",    "recurrents complete a pattern, and no more",       (LeabraProjection p) => p.WtScale.Rel = 0.1f },
                { "#CA3ToCA1",    "mostly by error: what CA1 shows when the cortex drives it", (CHLProjection p) => (p.CHL.Hebb, p.Learn.Lrate) = (0.01f, 0.1f) },
                { ".EcCa1Prjn",   "slowly: the way between cortex and CA1 serves all memories", (LeabraProjection p) => p.Learn.Lrate = 0.04f },
            },
        };
        net.Styles["NoSeparation"] = new()
        {
            { "#DG",  "for comparison: a dentate gyrus as active as CA1", (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.ActAvg.Init) = (1.8f, 0.1f) },
            { "#CA3", "and CA3 too",                                      (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.ActAvg.Init) = (1.8f, 0.1f) },
        };
        _layers = net.AddHippocampus(new HippocampusSizes { DG = SizeOf("DG", [25, 25]), CA3 = SizeOf("CA3", [30, 10]) });
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var lists = PairLists.Of(_layers.Input.Shape, itemPools: 3, Pairs, active: 0.25, contextDifference: 1, ContextFlips, SeedFor("lists"));
        _ = new ListLearning(plan, lists, new RecallScore(_layers, MemThr));
        plan.Log.ActivityOf("DG", "CA3", "CA1", "ECout");
    }
}
