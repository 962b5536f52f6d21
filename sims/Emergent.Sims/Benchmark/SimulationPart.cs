namespace Emergent.Sims;

/// <summary>What the time of a whole simulation goes to.</summary>
public enum SimulationPart
{
    /// <summary>The network's own trials: patterns are presented, and a trial is run, with learning where it trains.</summary>
    Trials,

    /// <summary>Statistics of trials, epochs and runs, and their rows in tables.</summary>
    Statistics,

    /// <summary>Rows in files, and the settings beside them.</summary>
    Files,

    /// <summary>What the environment shows next, in which order, and the loops around it.</summary>
    Loops,

    /// <summary>Initial weights and patterns of a run.</summary>
    Starts,

    /// <summary>What is said of the simulation while it runs.</summary>
    Progress,
}
