using System.Globalization;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

/// <summary>Rows of golden data of the textbook's simulations, and numbers in them.</summary>
internal static class GoldenRows
{
    /// <summary>The rows of a table in <c>sims</c>, in groups of one case each, in their order.</summary>
    public static IEnumerable<IGrouping<string, Dictionary<string, string>>> Cases(string table, params string[] columns) =>
        GoldenData.Table($"sims/{table}").GroupBy(row => string.Join('\t', columns.Select(c => row[c])));

    public static float Float(this Dictionary<string, string> row, string column) => float.Parse(row[column], CultureInfo.InvariantCulture);

    public static double Double(this Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    public static int Integer(this Dictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
}
