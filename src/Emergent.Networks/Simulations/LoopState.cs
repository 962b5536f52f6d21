namespace Emergent.Networks;

/// <summary>What a loop runner is doing.</summary>
public enum LoopState
{
    /// <summary>Nothing yet: the first trial is still to come.</summary>
    Ready,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Waiting to be run or stepped on from where it stopped.</summary>
    Paused,

    /// <summary>All was run.</summary>
    Finished,

    /// <summary>An error ended it; it has to start afresh.</summary>
    Failed,
}
