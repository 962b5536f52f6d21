using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Discovers lines in pictures that always show two of them, by nothing but association, competition and a threshold that rises with activity.</summary>
/// <remarks>
/// Nobody says what a unit should stand for. Inhibition lets few units be active; these become tuned to what they were active for, and the more active a unit has been, the more it takes to strengthen its
/// weights. Source: the textbook's simulation self_org, chapter 4.
/// </remarks>
public sealed class SelfOrg() : Simulation(runs: 8, epochs: 30)
{
    private const float UsualGain = 2.5f;

    private readonly Table _pairs = LinePatterns.Two(), _lines = LinePatterns.One();

    /// <inheritdoc/>
    public override string Description => "Discovers lines in pictures that always show two of them, by Hebbian learning alone.";

    /// <summary>How high the threshold of learning rises with a unit's activity: the more, the less can single units take everything.</summary>
    [Display(Name = "AvgLGain", Description = "How high the threshold of learning rises with a unit's activity: the more, the less can single units take everything."), Range(1f, 10f), AppliesAt(When.Initialize)]
    public float AvgLGain { get; set; } = UsualGain;

    /// <summary>How much noise is added to the inputs.</summary>
    [Display(Name = "InputNoise", Description = "How much noise is added to the inputs."), Range(0f, 1f), AppliesAt(When.Initialize)]
    public float InputNoise { get; set; }

    /// <summary>How strong inhibition is in training, with two lines in each picture.</summary>
    [Display(Name = "TrainGi", Description = "How strong inhibition is in training, with two lines in each picture."), Range(0f, 10f), AppliesAt(When.Now)]
    public float TrainGi { get; set; } = 1.8f;

    /// <summary>How strong inhibition is in tests, with one line in each picture: fewer units should be active.</summary>
    [Display(Name = "TestGi", Description = "How strong inhibition is in tests, with one line in each picture: fewer units should be active."), Range(0f, 10f), AppliesAt(When.Now)]
    public float TestGi { get; set; } = 2.5f;

    /// <inheritdoc/>
    public override string StyleNames =>
        base.StyleNames + (AvgLGain == UsualGain ? "" : $"_AvgLGain={GoFormat.Shortest(AvgLGain)}") + (InputNoise == 0 ? "" : $"_InVar={GoFormat.Shortest(InputNoise)}");

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("SelfOrg")
        {
            Style =
            {
                { "Prjn",   "plain steps, small ones",                          (LeabraProjection p) => (p.Learn.Norm.On, p.Learn.Momentum.On, p.Learn.Lrate) = (false, false, 0.02f) },
                { "Prjn",   "units that have learned much are held back",       (LeabraProjection p) => p.Learn.WtBal.On = true },
                { "Prjn",   "only what is active together counts",              (LeabraProjection p) => (p.Learn.XCal.MLrn, p.Learn.XCal.SetLLrn, p.Learn.XCal.LLrn) = (0f, true, 1f) },
                { "Layer",  "how many units are active is known",               (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.2f, true) },
                { "#Input", "two lines are two fifths of the picture, or less", (LeabraLayer l) => l.Inhib.ActAvg.Init = 0.4f },
            },
        };
        var input = net.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", SizeOf("Hidden", [4, 5]));
        net.Project(input, hidden, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        LeabraLayer input = (LeabraLayer)Network["Input"], hidden = (LeabraLayer)Network["Hidden"];
        (input.Act.Noise.Type, input.Act.Noise.Var) = InputNoise == 0 ? (NoiseType.NoNoise, 0f) : (NoiseType.ActNoise, InputNoise);
        hidden.Learn.AvgL.Gain = AvgLGain;

        plan.Train(new TableEnvironment(_pairs)).Test(new TableEnvironment(_lines, Order.Sequential, "Test")).TestEvery(1, beforeLog: true);
        foreach (var (mode, gi) in ((RunMode, Func<float>)[])[(RunMode.Train, () => TrainGi), (RunMode.Test, () => TestGi)])
        {
            plan.Loops(mode)[TimeScale.Trial].OnStart.InsertBefore("Present inputs", "Set inhibition", () => hidden.Inhib.Layer.Gi = gi());
        }
        plan.Log.UnitsOf("Input", modes: RunMode.Test).UnitsOf("Hidden", modes: RunMode.Test);
        plan.Log.Add(LogItem.Number("UniqPats", UniquePatterns) with { Scale = TimeScale.Epoch, Plot = new() { IsOn = true, Min = 0, Max = 10 } });
        plan.Log.Add(LogItem.Tensor("HidFmInputWts", [.. hidden.Shape, .. input.Shape], FillWeights) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train] });
        plan.Log.LastEpochs = 2;
        plan.Show(new("Lines2", () => _pairs) { Description = "The pairs of lines that it is trained with.", IsEditable = true });
        plan.Show(new("Lines1", () => _lines) { Description = "The lines that it is tested with.", IsEditable = true });
        plan.Show(new("Weights", Weights) { Description = "What each hidden unit receives from the picture.", As = ShownAs.Grid });
        plan.Show(new("UniqPatsStats", () => RunStatistics.Of(Log[RunMode.Train, TimeScale.Run], by: "Params", "UniqPats")) { Description = "How many lines the runs tell apart, over runs of the same parameters." });
    }

    /// <summary>How many lines of the last test have a set of active hidden units that no other line has.</summary>
    private double UniquePatterns()
    {
        var trials = Log[RunMode.Test, TimeScale.Trial];
        string[] active = [.. trials.Rows.Select(row => string.Concat(row.Cell<float>("Hidden_Act").ToArray().Select(act => act > 0.5f ? '1' : '0')))];
        return active.CountBy(pattern => pattern).Count(found => found.Value == 1);
    }

    private void FillWeights(Span<float> cell) => Network.Projections[0].SynapseValues("Wt").CopyTo(cell);   // all of the first hidden unit, then of the second, as all are connected

    private Table Weights()
    {
        var table = new Table("Weights");
        table.AddColumn<float>("HidFmInputWts", [.. Network["Hidden"].Shape, .. Network["Input"].Shape]);
        table.AddRows(1);
        FillWeights(table.Row(0).Cell<float>("HidFmInputWts"));
        return table;
    }
}
