using System.Globalization;
using Emergent.Data;

namespace Emergent.Sims.Tests;

/// <summary>Numbers of logs, whether they are counts or measures.</summary>
internal static class LogNumbers
{
    public static double Number(this Row row, string column) => Convert.ToDouble(row[column], CultureInfo.InvariantCulture);

    public static double[] Numbers(this Table table, string column) => [.. table.Rows.Select(row => row.Number(column))];
}
