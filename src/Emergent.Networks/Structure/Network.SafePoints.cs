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

    /// <summary>Whether somebody looks at safe points.</summary>
    internal bool HasSafePointListeners => SafePoint is not null;

    /// <summary>The time scales that <see cref="SafePoint"/> is reached at, the shortest first.</summary>
    public virtual IReadOnlyList<TimeScale> SafePointScales => [TimeScale.Trial];

    /// <summary>Says that the state is whole: algorithms say it, and models that run units in a way of their own.</summary>
    /// <param name="scale">What has just ended.</param>
    public void ReachSafePoint(TimeScale scale) => SafePoint?.Invoke(scale);

    /// <summary>Called on the thread that runs the network once a trial's changes of weights have been computed, before any is applied: the one moment at which <see cref="Variable.IsTransient"/> variables of synapses can be read.</summary>
    /// <remarks>
    /// Whoever listens may look, and no more: that changes no result. An algorithm that computes and applies changes in one pass does one after the other while somebody listens, which gives the
    /// same bits and takes longer; unless somebody does it costs one comparison a trial.
    /// </remarks>
    public event Action? WeightsChanging;

    /// <summary>Whether somebody wants to see changes of weights before they are applied.</summary>
    protected bool ShowsChanges => WeightsChanging is not null;

    /// <summary>Says that changes of weights have been computed, and that none has been applied.</summary>
    protected void ShowChanges() => WeightsChanging?.Invoke();
}
