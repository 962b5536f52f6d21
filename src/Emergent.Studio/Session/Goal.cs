using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What the simulation has been told to do: to run, or so many steps.</summary>
internal sealed class Goal(RunMode mode, TimeScale? scale = null, int steps = 0)
{
    public RunMode Mode => mode;

    /// <summary>What is counted; null to run on.</summary>
    public TimeScale? Scale => scale;

    /// <summary>How many steps are still to do.</summary>
    public int Left { get; set; } = steps;

    /// <summary>Whether it is counted at safe points, within trials.</summary>
    public bool IsWithinTrial => scale < TimeScale.Trial;
}
