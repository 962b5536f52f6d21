namespace Emergent.Studio;

/// <summary>What a session is doing; the names in lower case are those of the protocol.</summary>
internal enum SessionState
{
    /// <summary>Initialized, and nothing run yet.</summary>
    Ready,

    Running,

    /// <summary>It has been told to stop and runs on to where it may.</summary>
    Stopping,

    /// <summary>It waits to be run on: between two trials, or in the middle of one.</summary>
    Paused,

    Finished,

    /// <summary>An error ended it; Init starts afresh.</summary>
    Failed,
}
