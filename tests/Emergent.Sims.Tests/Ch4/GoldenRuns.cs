using System.Globalization;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

/// <summary>Outcomes of runs of the reference's textbook simulations.</summary>
internal static class GoldenRuns
{
    /// <summary>A column of the rows that have these values in other columns.</summary>
    public static double[] Of(string file, string column, params (string Column, string Value)[] where) =>
        [.. GoldenData.Table($"sims/{file}").Where(row => where.All(w => row[w.Column] == w.Value)).Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];

    /// <summary>The epochs of first success, with a number for those that had none.</summary>
    public static int[] FirstZeros(string file, int never, params (string Column, string Value)[] where) =>
        [.. Of(file, "RunLog_FirstZero", where).Select(epoch => epoch < 0 ? never : (int)epoch)];

    /// <summary>Fails where two samples are not of one distribution: in full at the level of 5 %, and over few runs, of many simulations in every change, only where there can be hardly a doubt.</summary>
    public static void AssertAlike(string what, int[] reference, int[] ours)
    {
        if (reference.Concat(ours).Distinct().Count() == 1) { return; }   // which has no ranks
        var probability = MannWhitney.Probability(reference, ours);
        Assert.True(probability > (TestSize.IsFull ? 0.05 : 0.001), $"{what}, p = {probability:F4}: reference: {string.Join(' ', reference.Order())}; ours: {string.Join(' ', ours.Order())}");
    }
}
