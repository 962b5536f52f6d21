namespace Emergent.Networks;

// Where a network can be looked at, stopped and changed while it runs.
public abstract partial class Network
{
    /// <summary>Called on the thread that runs the network at each point where its state is whole: after a cycle, a quarter, a trial, as far as its algorithm has such.</summary>
    /// <remarks>
    /// Whoever listens may look, change parameters and wait; that alone changes no result. Unless somebody listens it costs one comparison. An exception that is thrown from here ends
    /// the trial, after which the network has to be initialized.
    /// </remarks>
    public event Action<TimeScale>? SafePoint;

    /// <summary>The time scales that <see cref="SafePoint"/> is reached at, the shortest first.</summary>
    public virtual IReadOnlyList<TimeScale> SafePointScales => [TimeScale.Trial];

    /// <summary>Says that the state is whole: algorithms say it, and models that run units in a way of their own.</summary>
    /// <param name="scale">What has just ended.</param>
    public void ReachSafePoint(TimeScale scale) => SafePoint?.Invoke(scale);
}
