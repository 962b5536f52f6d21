using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns list AB until it is remembered, then AC, and tests after each epoch what is remembered of both, and of lures.</summary>
/// <remarks>
/// AB is left when a test remembers all of it, or after half of the epochs; the run ends when a test remembers all of AC. Modes AB, AC and Lure have logs of their own,
/// and the log of training has their results too. Source: Barnes and Underwood (1959); emergent leabra, examples/hip.
/// </remarks>
internal sealed class ListLearning
{
    private static readonly RunMode AB = new("AB"), AC = new("AC"), Lure = new("Lure");

    /// <summary>The tests: of list AB, of list AC, and of lures that are in neither.</summary>
    public static readonly RunMode[] Tests = [AB, AC, Lure];

    private readonly SimulationPlan _plan;
    private readonly PairLists _lists;
    private readonly TableEnvironment _train;
    private int _epochsOfAB;
    private bool _isRemembered;

    /// <summary>Plans loops, tests and logs.</summary>
    /// <param name="plan">The plan of a simulation, still empty.</param>
    /// <param name="lists">What is learned.</param>
    /// <param name="score">What is measured after each trial.</param>
    public ListLearning(SimulationPlan plan, PairLists lists, RecallScore score)
    {
        (_plan, _lists, _train) = (plan, lists, new(lists.AB, Order.Permuted));
        plan.Train(_train);
        foreach (var (mode, cues) in ((RunMode, Table)[])[(AB, lists.ABCues), (AC, lists.ACCues), (Lure, lists.LureCues)])
        {
            plan.Test(new TableEnvironment(cues, Order.Sequential, mode.Name), mode: mode).TestEvery(epochs: 1, mode);
        }
        RunMode[] modes = [RunMode.Train, .. Tests];
        foreach (var mode in modes)
        {
            plan.Loops(mode)[TimeScale.Trial].OnEnd.InsertBefore("Log trial", "Score recall", () => score.Update(isTest: mode != RunMode.Train));
        }
        Loop run = plan.Loops(RunMode.Train)[TimeScale.Run], epoch = plan.Loops(RunMode.Train)[TimeScale.Epoch];
        run.OnStart.InsertBefore("Initialize environment", "Begin with list AB", () => (_train.Patterns, _epochsOfAB) = (lists.AB, 0));
        epoch.OnEnd.InsertBefore("Report progress", "Go on to list AC when AB is remembered", () => GoOn(epoch));
        epoch.IsDone.Add("all of list AC is remembered", () => _isRemembered);

        foreach (var (name, value) in ((string, Func<double>)[])[
            ("Mem", () => score.Mem), ("TrgOnWasOffAll", () => score.TrgOnWasOffAll), ("TrgOnWasOffCmp", () => score.TrgOnWasOffCmp), ("TrgOffWasOn", () => score.TrgOffWasOn)])
        {
            plan.Log.Add(LogItem.Number(name, value) with { Modes = modes, Plot = new() { IsOn = name == "Mem", Min = 0, Max = 1 } });
        }
        foreach (var mode in Tests) { plan.Log.CopyFrom(mode, TimeScale.Epoch, ["Mem", "TrgOnWasOffCmp", "TrgOffWasOn"], prefix: $"{mode} "); }
        plan.Log.Add(LogItem.Text("List", () => _epochsOfAB == 0 ? "AB" : "AC") with { Scale = TimeScale.Epoch, Modes = [RunMode.Train] });
        plan.Log.Add(LogItem.Number("EpochsAB", () => _epochsOfAB) with { Scale = TimeScale.Run, Modes = [RunMode.Train] });
        plan.Log.LastEpochs = 1;
    }

    private void GoOn(Loop epoch)
    {
        _isRemembered = Remembers(_epochsOfAB == 0 ? AB : AC);
        if (_epochsOfAB > 0 || !(_isRemembered || epoch.Current + 1 == epoch.Maximum / 2)) { return; }
        (_train.Patterns, _epochsOfAB, _isRemembered) = (_lists.AC, epoch.Current + 1, false);
    }

    private bool Remembers(RunMode list) => _plan.Log[list, TimeScale.Epoch].Column<double>("Mem").Values[^1] == 1;
}
