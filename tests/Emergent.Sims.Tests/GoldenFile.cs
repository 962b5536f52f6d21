using System.Globalization;
using Emergent.Data;

namespace Emergent.Sims.Tests;

/// <summary>Figures of the reference in <c>tests/testdata/golden</c>.</summary>
internal static class GoldenFile
{
    /// <summary>A table of figures.</summary>
    public static Table Load(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "testdata"))) { folder = Path.GetDirectoryName(folder)!; }
        return Table.Load(Path.Combine(folder, "tests", "testdata", "golden", name));
    }

    /// <summary>A number, whatever type its column was taken for.</summary>
    public static double Number(this Row row, string column) => Convert.ToDouble(row[column], CultureInfo.InvariantCulture);

    /// <summary>A column of numbers.</summary>
    public static double[] Numbers(this Table table, string column) => [.. table.Rows.Select(row => row.Number(column))];
}
