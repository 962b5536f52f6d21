namespace Emergent.Sims.Tests;

/// <summary>Cases of theories with two parameters.</summary>
internal static class Pairs
{
    /// <summary>Each of the first with each of the second.</summary>
    public static TheoryData<TFirst, TSecond> Of<TFirst, TSecond>(TFirst[] first, TSecond[] second)
    {
        var pairs = new TheoryData<TFirst, TSecond>();
        foreach (var one in first)
        {
            foreach (var other in second) { pairs.Add(one, other); }
        }
        return pairs;
    }
}
