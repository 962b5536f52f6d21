using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns what predicts rewards and punishments, as the amygdala, ventral striatum and midbrain do: conditioning by many schedules.</summary>
/// <remarks>
/// Two systems make dopamine. LV, the amygdala, comes to respond to stimuli that predict, and dopamine bursts at their onset; PV, the patches of the ventral striatum,
/// learns when an outcome is due, cancels the burst at the outcome, and makes a dip where it does not come. Extinction is learned beside acquisition, not instead of it:
/// by context, so that what was extinguished returns in another room.
/// Source: Mollick, Hazy, Krueger, Nair, Mackie, Herd and O'Reilly (2020), A systems-neuroscience model of phasic dopamine; emergent leabra, examples/pvlv.
/// </remarks>
public sealed class Pvlv() : Simulation(runs: 5, epochs: 10_000)
{
    private static readonly string[] Layers =
    [
        "VTAp", "VTAn", "LHbRMTg", "PPTg", "CEmPos", "CEmNeg", "VSPatchPosD1", "VSPatchPosD2", "VSPatchNegD1", "VSPatchNegD2",
        "VSMatrixPosD1", "VSMatrixPosD2", "VSMatrixNegD1", "VSMatrixNegD2", "CElAcqPosD1", "CElExtPosD2", "CElAcqNegD2", "CElExtNegD1",
    ];

    private PvlvLayers _layers = null!;

    /// <inheritdoc/>
    public override string Description => "Learns what predicts rewards and punishments: dopamine of amygdala, ventral striatum and midbrain, by schedules of conditioning.";

    /// <summary>The schedule of conditioning, such as PosAcq, PosExt, AbaRenewal, PosBlocking, PosCondInhib or NegAcq; its end ends a run.</summary>
    [Display(Name = "Schedule", Description = "The schedule of conditioning, such as PosAcq, PosExt, AbaRenewal, PosBlocking, PosCondInhib or NegAcq; its end ends a run."), AppliesAt(When.Initialize)]
    public string Schedule { get; set; } = "PosExt";

    /// <summary>Means over each block's trials of a type, by tick: the table <c>trialtypes</c> of the logs.</summary>
    public Table TrialTypes { get; private set; } = new("TrialTypes");

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        // AddPvlv makes the 27 layers with their projections, and a sheet of the parameters that the reference found: it is this model's Base.
        var net = new LeabraNetwork("PVLV");
        _layers = net.AddPvlv();
        (net.Styles[StyleSets.Base], net.Styles["PVLV"]) = (net.Styles["PVLV"], new StyleSheet());
        net.Styles.Use();
        net.Styles["NoExtinction"] = new()
        {
            { ".BLAmygConsCntxtExt", "for comparison: an amygdala that learns nothing by context", (LeabraProjection p) => p.Learn.Lrate = 0f },
        };
        net.Styles["NoPatches"] = new()
        {
            { "#VTAp",    "for comparison: rewards are never expected",  (TegmentalLayer l) => l.DAGains.PVIBurstShunt = 0f },
            { "#LHbRMTg", "and their lack is no disappointment",         (HabenulaLayer l) => l.Gains.VSPatchPosD1 = 0f },
        };
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var environment = new PvlvEnvironment(Schedule);
        plan.Train(environment);
        plan.Loops(RunMode.Train)[TimeScale.Epoch].Maximum = Math.Min(Epochs, environment.Blocks);

        // A trial is a row of ticks, each of which the network runs as a trial of its own.
        var trials = new PvlvTrials(_layers);
        var (epoch, trial) = (plan.Loops(RunMode.Train)[TimeScale.Epoch], plan.Loops(RunMode.Train)[TimeScale.Trial]);
        var tick = plan.Loops(RunMode.Train).Add(TimeScale.AlphaCycle);
        trial.OnStart.Remove("Present inputs");
        trial.OnStart.Replace("Run trial", new LoopFunction("Begin trial", () =>
        {
            tick.Maximum = environment.Trial.Ticks;
            if (environment.BeginsCondition) { _layers.Network.InitializeActivity(); }
            trials.BeginTrial();
        }));
        tick.OnStart.Add("Run tick", plan.Timed(() =>
        {
            environment.ShowTick(tick.Current);
            trials.RunTick(environment.Tensors.Inputs, environment.Trial.Learns);
        }));
        trial.OnEnd.InsertBefore("Log trial", "End trial", trials.EndTrial);

        var values = Layers.Select(name => (Column: name, Value: LargestOf((LeabraLayer)Network[name]))).ToList();
        foreach (var (column, value) in values) { plan.Log.Add(LogItem.Number(column, value) with { Scale = TimeScale.AlphaCycle, Plot = new() { IsOn = column == "VTAp", Min = -1, Max = 1 } }); }
        plan.Log.Text("ConditionName", () => environment.ConditionName);
        var types = new PvlvTrialTypes(values);
        tick.OnEnd.Add("Add to its type of trial", () => types.Add($"{environment.TrialName}_t{tick.Current}", environment.ConditionName, environment.Block));
        var run = plan.Loops(RunMode.Train)[TimeScale.Run];
        epoch.OnEnd.InsertBefore("Log epoch", "Log types of trials", () => types.EndBlock(run.Current));
        TrialTypes = types.Table;
        plan.Show(new("trialtypes", () => TrialTypes));
    }

    private static Func<double> LargestOf(LeabraLayer layer) => () =>
    {
        var acts = layer.Units("Act");
        var largest = acts[0];
        foreach (var act in acts) { largest = Math.Max(largest, act); }
        return largest;
    };
}
