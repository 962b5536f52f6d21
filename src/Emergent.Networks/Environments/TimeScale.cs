namespace Emergent.Networks;

/// <summary>The spans of time that simulations count, from the shortest to the longest.</summary>
public enum TimeScale
{
    /// <summary>One update of all units: 1 ms.</summary>
    Cycle,

    /// <summary>The time of a burst of spikes: 10 ms.</summary>
    FastSpike,

    /// <summary>A quarter of a trial, one gamma cycle: 25 ms.</summary>
    Quarter,

    /// <summary>The minus or the plus phase of a trial.</summary>
    Phase,

    /// <summary>One beta cycle: 50 ms.</summary>
    BetaCycle,

    /// <summary>One alpha cycle: 100 ms, as long as a trial.</summary>
    AlphaCycle,

    /// <summary>One theta cycle: 200 ms.</summary>
    ThetaCycle,

    /// <summary>The smallest thing that an environment tells apart, where a trial is made of several.</summary>
    Event,

    /// <summary>One presentation of an input, with its output where there is one.</summary>
    Trial,

    /// <summary>One step of a sequence of trials.</summary>
    Tick,

    /// <summary>Trials that belong together in their order, such as a sentence.</summary>
    Sequence,

    /// <summary>Several sequences or trials of one kind.</summary>
    Block,

    /// <summary>All blocks under one experimental condition.</summary>
    Condition,

    /// <summary>Once through all trials.</summary>
    Epoch,

    /// <summary>Training from new weights to the end.</summary>
    Run,

    /// <summary>All runs.</summary>
    Experiment,

    /// <summary>One scene of a virtual world.</summary>
    Scene,

    /// <summary>Several scenes, from a beginning to an end.</summary>
    Episode,
}
