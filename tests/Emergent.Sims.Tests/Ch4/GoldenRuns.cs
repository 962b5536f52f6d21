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
}
