namespace Emergent.Leabra;

/// <summary>Where in a trial the network is.</summary>
/// <remarks>A cycle is one millisecond; a trial is four quarters, three of minus phase and one of plus phase.</remarks>
public sealed class TrialTime
{
    /// <summary>The number of cycles in a quarter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int CyclesPerQuarter
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 25; // 100 ms for a trial: one alpha cycle

    /// <summary>The cycle within the trial, from 0.</summary>
    public int Cycle { get; internal set; }

    /// <summary>The quarter within the trial, 0…3.</summary>
    public int Quarter { get; internal set; }

    /// <summary>Whether the network is in the plus phase, in which targets are shown.</summary>
    public bool IsPlusPhase => Quarter == 3;

    /// <summary>Cycles since the network was initialized.</summary>
    public long TotalCycles { get; internal set; }
}
