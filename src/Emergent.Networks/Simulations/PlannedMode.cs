namespace Emergent.Networks;

/// <summary>One mode of a simulation: its loops, its environment and its log.</summary>
internal sealed class PlannedMode(RunMode mode, SimulationPlan plan)
{
    public RunMode Mode { get; } = mode;

    public LoopRunner Runner { get; } = new(new(mode));

    public LoopStack Loops => Runner.Stack;

    /// <summary>The environment, where the plan has made the loops around it; null for loops of a model's own.</summary>
    public EnvironmentStepper? Stepper { get; set; }

    public ModeLog Log => field ??= new(this, plan);

    public bool Learns => Mode == RunMode.Train;
}
