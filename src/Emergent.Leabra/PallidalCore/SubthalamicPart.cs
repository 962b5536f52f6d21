namespace Emergent.Leabra;

/// <summary>The populations of the subthalamic nucleus, by their response to a burst.</summary>
/// <remarks>
/// Source: Magill, Sharott, Bevan, Brown and Bolam (2004), Synchronous unit activity and local field potentials evoked in the subthalamic nucleus by cortical stimulation;
/// emergent leabra, pcore, STNLayer.
/// </remarks>
public enum SubthalamicPart
{
    /// <summary>Units that burst and then pause, and so open a window in which a choice can be made.</summary>
    STNp,

    /// <summary>Units whose weaker, sustained activity holds all actions back.</summary>
    STNs,
}
