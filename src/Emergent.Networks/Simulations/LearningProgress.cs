namespace Emergent.Networks;

/// <summary>When a run first had an epoch without error, and how many it has had in a row.</summary>
public sealed class LearningProgress
{
    /// <summary>The first epoch without error, from 0; −1 while there is none.</summary>
    public int FirstZero { get; private set; } = -1;

    /// <summary>The last epoch without error so far, from 0; −1 while there is none.</summary>
    public int LastZero { get; private set; } = -1;

    /// <summary>How many epochs in a row, up to the last, were without error.</summary>
    public int ZerosInARow { get; private set; }

    /// <summary>Forgets all epochs.</summary>
    public void Reset() => (FirstZero, LastZero, ZerosInARow) = (-1, -1, 0);

    /// <summary>Takes note of an epoch.</summary>
    public void Add(int epoch, bool isPerfect)
    {
        ZerosInARow = isPerfect ? ZerosInARow + 1 : 0;
        if (!isPerfect) { return; }
        if (FirstZero < 0) { FirstZero = epoch; }
        LastZero = epoch;
    }
}
