namespace Emergent.Leabra;

/// <summary>Sets of quarters of a trial, as a sum of these numbers; emergent's files have them so.</summary>
public static class Quarters
{
    /// <summary>The first quarter.</summary>
    public const int Q1 = 1;

    /// <summary>The second quarter.</summary>
    public const int Q2 = 2;

    /// <summary>The third quarter, the end of the minus phase.</summary>
    public const int Q3 = 4;

    /// <summary>The fourth quarter, the plus phase.</summary>
    public const int Q4 = 8;

    /// <summary>Whether a set has a quarter, 0…3.</summary>
    public static bool Has(int set, int quarter) => (set >> quarter & 1) != 0;

    /// <summary>Whether a set has the quarter after one, 0…3; after the last comes the first.</summary>
    public static bool HasNext(int set, int quarter) => Has(set, (quarter + 1) % 4);
}
