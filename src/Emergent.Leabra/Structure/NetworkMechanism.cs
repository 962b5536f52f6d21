namespace Emergent.Leabra;

/// <summary>A mechanism that is no layer's or projection's own, such as a rhythm that switches projections within a trial.</summary>
/// <remarks>Its steps are virtual; where they stand in a trial, <see cref="LeabraNetwork"/> says. Added with <see cref="LeabraNetwork.AddMechanism"/>.</remarks>
public abstract class NetworkMechanism
{
    /// <summary>The network that the mechanism is part of, null before.</summary>
    public LeabraNetwork? Network { get; private set; }

    /// <summary>Begins a trial, before any layer does.</summary>
    /// <param name="updateAverages">Whether the trial is one of training.</param>
    protected internal virtual void BeginTrial(bool updateAverages) { }

    /// <summary>After the last cycle of a quarter, before any layer ends it: what changes here acts from the next cycle on.</summary>
    /// <param name="quarter">The quarter that ends, 0…3.</param>
    protected internal virtual void EndCycles(int quarter) { }

    /// <summary>After all layers have ended a quarter.</summary>
    /// <param name="quarter">The quarter that has ended, 0…3; after the last, the trial's cycles are over.</param>
    protected internal virtual void EndQuarter(int quarter) { }

    internal void Join(LeabraNetwork network)
    {
        if (Network is { } other) { throw new EmergentException($"{GetType().Name} is already part of network '{other.Name}'. Make another for network '{network.Name}'."); }
        Network = network;
    }
}
