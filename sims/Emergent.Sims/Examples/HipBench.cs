using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>How many pairs of two lists a hippocampus can learn, by its size: a benchmark of capacity.</summary>
/// <remarks>
/// Before each run EC and CA1 learn to translate between each other, from all pairs and with dentate gyrus and CA3 switched off, as if by earlier experience. Quarters differ
/// less than in <see cref="Hip"/>: CA1 never listens to one side alone. Style sets SmallHip, MedHip, BigHip and List010 to List200 are sizes and lengths of lists.
/// Source: emergent leabra, examples/hip_bench.
/// </remarks>
public sealed class HipBench() : Simulation(runs: 1, epochs: 30)
{
    private static readonly RunMode PreTrain = new("PreTrain");

    private HippocampusLayers _layers = null!;

    /// <inheritdoc/>
    public override string Description => "How many pairs a hippocampus can learn, by its size: lists AB and AC of 10 to 200 pairs.";

    /// <summary>How many pairs a list has.</summary>
    [Display(Name = "Pairs", Description = "How many pairs a list has."), Range(1, 10_000), AppliesAt(When.Initialize)]
    public int Pairs { get; set; } = 100;

    /// <summary>How many units CA3 has in each direction; the dentate gyrus has 2.236 times as many.</summary>
    [Display(Name = "CA3 size", Description = "How many units CA3 has in each direction; the dentate gyrus has 2.236 times as many."), Range(2, 1000)]
    public int CA3Size { get; set; } = 40;

    /// <summary>How many units each pool of CA1 has in each direction.</summary>
    [Display(Name = "CA1 pool", Description = "How many units each pool of CA1 has in each direction."), Range(2, 1000)]
    public int CA1Pool { get; set; } = 20;

    /// <summary>How many epochs EC and CA1 learn before each run.</summary>
    [Display(Name = "Epochs before", Description = "How many epochs EC and CA1 learn before each run."), Range(0, 1000), AppliesAt(When.Initialize)]
    public int PreTrainEpochs { get; set; } = 5;

    /// <summary>The share of units that may be wrong in a memory.</summary>
    [Display(Name = "Memory threshold", Description = "The share of units that may be wrong in a memory."), Range(0.0, 1.0), AppliesAt(When.Initialize)]
    public double MemThr { get; set; } = 0.34;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("HipBench")
        {
            Style =
            {
                { "#CA3ToCA3",   "recurrents as strong as the perforant path and more", (LeabraProjection p) => p.WtScale.Rel = 2f },
                { "#ECinToDG",   "many patterns: smaller steps, and less association", (CHLProjection p) => (p.CHL.Hebb, p.Learn.Lrate) = (0.2f, 0.05f) },
                { "#ECoutToCA1", "what is recalled must not hold itself",              (LeabraProjection p) => p.WtScale.Rel = 0.3f },
                { "#CA3",        "association as usual",                               (LeabraLayer l) => l.Learn.AvgL.Gain = 2.5f },
                { "#CA1",        "association as usual",                               (LeabraLayer l) => l.Learn.AvgL.Gain = 2.5f },
            },
        };
        foreach (var (name, ca3, ca1) in ((string, int, int)[])[("SmallHip", 20, 10), ("MedHip", 30, 15), ("BigHip", 40, 20)])
        {
            net.Styles[name] = new() { { "Sim", "a size of the benchmark", (HipBench s) => (s.CA3Size, s.CA1Pool) = (ca3, ca1) } };
        }
        foreach (var pairs in (int[])[10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 125, 150, 175, 200])
        {
            net.Styles[$"List{pairs:D3}"] = new() { { "Sim", "a length of lists", (HipBench s) => s.Pairs = pairs } };
        }
        var dentate = (int)(CA3Size * 2.236);   // so that it has five times as many units
        _layers = net.AddHippocampus(new HippocampusSizes { Cortex = [3, 2, 7, 7], CA1 = [3, 2, CA1Pool, CA1Pool], CA3 = [CA3Size, CA3Size], DG = [dentate, dentate] });
        _layers.Theta.LowAbs = 0.3f;
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var lists = PairLists.Of(_layers.Input.Shape, itemPools: 1, Pairs, active: 0.2, contextDifference: 0.5, contextFlips: 0.3, SeedFor("lists"));
        _ = new ListLearning(plan, lists, new RecallScore(_layers, MemThr));
        plan.Log.ActivityOf("DG", "CA3", "CA1", "ECout");
        plan.CycleByCycle(ListLearning.Tests);
        foreach (var layer in (Layer[])[_layers.DG, _layers.CA3, _layers.CA1]) { _ = new Settling(plan, layer, ((ICycled)Network).CyclesPerTrial, ListLearning.Tests); }

        var all = new TableEnvironment(lists.All(), Order.Permuted, PreTrain.Name);
        var (loops, run) = (plan.Loops(PreTrain), plan.Loops(RunMode.Train)[TimeScale.Run]);
        loops.Add(TimeScale.Epoch, PreTrainEpochs);
        var trial = loops.Add(TimeScale.Trial, all.TrialsPerEpoch);
        trial.OnStart.Add("Present inputs", () =>
        {
            all.Step();
            Network.ClearInputs();
            Network.Present(all);
        });
        trial.OnStart.Add("Run trial", () => Network.RunTrial());
        SwitchDentateAndCA3(isOff: false);
        run.OnStart.Add("Switch DG and CA3 off", () => SwitchDentateAndCA3(isOff: true));
        run.OnStart.Add("Begin with all pairs", () => all.Initialize(Seed, run.Current));
        run.OnStart.Add(new LoopFunction("Learn to translate between EC and CA1", new LoopRunner(loops), when: () => PreTrainEpochs > 0));
        run.OnStart.Add("Switch DG and CA3 on", () => SwitchDentateAndCA3(isOff: false));
    }

    private void SwitchDentateAndCA3(bool isOff) => (_layers.DG.IsOff, _layers.CA3.IsOff) = (isOff, isOff);
}
