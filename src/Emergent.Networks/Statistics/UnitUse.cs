namespace Emergent.Networks;

/// <summary>How much use each unit of a layer is of: which are active nearly always (hogs), and which never (dead).</summary>
/// <remarks>
/// A unit is a hog if it was active in more than a share of the trials, and dead if in none. A hog says little about the trial, and a dead unit nothing.
/// Source: the statistics of hogs and dead units of the textbook's model of sentences, which there come of ActAvg.
/// </remarks>
public sealed class UnitUse
{
    private readonly int[] _active;

    /// <summary>Of a layer of so many units.</summary>
    /// <param name="units">How many.</param>
    /// <param name="activeAbove">A unit is active in a trial if its value is above this.</param>
    /// <param name="hogShare">A unit is a hog if it is active in more than this share of the trials, 0…1.</param>
    public UnitUse(int units, float activeAbove = 0.5f, float hogShare = 0.3f)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        if (!float.IsFinite(activeAbove)) { throw new ArgumentOutOfRangeException(nameof(activeAbove), $"A unit cannot be active above {activeAbove}; give a number such as 0.5."); }
        if (hogShare is not (>= 0f and <= 1f)) { throw new ArgumentOutOfRangeException(nameof(hogShare), $"The share of trials that makes a hog is {hogShare}; it must be within 0…1."); }
        (_active, ActiveAbove, HogShare) = (new int[units], activeAbove, hogShare);
    }

    /// <summary>A unit is active in a trial if its value is above this.</summary>
    public float ActiveAbove { get; }

    /// <summary>A unit is a hog if it is active in more than this share of the trials.</summary>
    public float HogShare { get; }   // 0.3 is twice what inhibition lets through in the textbook's models

    /// <summary>The number of trials.</summary>
    public int Trials { get; private set; }

    /// <summary>The share of the units that are hogs, 0…1; NaN without trials.</summary>
    public double Hogs => ShareOf(count => count > HogShare * (double)Trials);

    /// <summary>The share of the units that are dead, 0…1; NaN without trials.</summary>
    public double Dead => ShareOf(count => count == 0);

    /// <summary>The share of the trials in which a unit was active, 0…1; NaN without trials.</summary>
    public double ActiveShare(int unit) => Trials == 0 ? double.NaN : (double)_active[unit] / Trials;

    /// <summary>Adds a trial.</summary>
    /// <param name="values">The value of each unit.</param>
    public void Add(ReadOnlySpan<float> values)
    {
        if (values.Length != _active.Length) { throw new ArgumentException($"There are {_active.Length} units; {values.Length} values were given.", nameof(values)); }
        for (var u = 0; u < values.Length; u++) { if (values[u] > ActiveAbove) { _active[u]++; } }
        Trials++;
    }

    /// <summary>Forgets all trials.</summary>
    public void Reset()
    {
        Array.Clear(_active);
        Trials = 0;
    }

    private double ShareOf(Predicate<int> isSo) => Trials == 0 ? double.NaN : (double)Array.FindAll(_active, isSo).Length / _active.Length;
}
