namespace Emergent.Networks;

// Trials as loops over cycles.
public sealed partial class SimulationPlan
{
    private const string RunTrialName = "Run trial";

    /// <summary>Makes the trials of modes loops over cycles, for logs of cycles, events within a trial and steps by cycles; the results are the same bits.</summary>
    /// <param name="modes">The modes; all that are planned so far if none is given. Others run their trials in one go, which costs less.</param>
    /// <exception cref="EmergentException">A mode has no trials yet, or the network's trials are not made of cycles.</exception>
    public SimulationPlan CycleByCycle(params ReadOnlySpan<RunMode> modes)
    {
        if (_network is not ICycled network) { throw new EmergentException($"Network '{_network.Name}' ({_network.GetType().Name}) runs its trials in one go: they are not made of cycles, and its type does not implement ICycled."); }
        var chosen = modes.IsEmpty ? [.. _modes.Where(m => m.Stepper is not null).Select(m => m.Mode)] : modes.ToArray();
        foreach (var mode in chosen)
        {
            if (Find(mode)?.Loops.Find(TimeScale.Trial)?.OnStart.Contains(RunTrialName) is not true)
            {
                throw new EmergentException($"{mode} has no trials that could be run cycle by cycle{(Find(mode)?.Loops.Find(TimeScale.Cycle) is null ? ". Plan them first: plan.Train(environment) or plan.Test(environment)" : ": they are already")}.");
            }
        }
        foreach (var mode in chosen) { AddCycles(PlannedModeOf(mode), network); }
        return this;
    }

    private void AddCycles(PlannedMode mode, ICycled network)
    {
        var (trial, learns) = (mode.Loops[TimeScale.Trial], mode.Learns);
        var cycle = mode.Loops.Add(TimeScale.Cycle, network.CyclesPerTrial);
        trial.OnStart.Replace(RunTrialName, new LoopFunction("Begin trial", Clocked(() =>
        {
            cycle.Maximum = network.CyclesPerTrial;
            network.BeginTrial(learns);
        })));
        cycle.OnStart.Add("Run cycle", Clocked(network.RunCycle));
        trial.OnEnd.InsertBefore(LogName(TimeScale.Trial), "End trial", Clocked(() => network.EndTrial(learns)));

        Action Clocked(Action action) => learns ? Timed(action) : action;
    }
}
