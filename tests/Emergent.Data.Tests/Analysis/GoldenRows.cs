using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

/// <summary>Golden tables with rows of different lengths, the table that analysis was recorded from, and what property tests share.</summary>
internal static class GoldenRows
{
    public const double Tolerance = 1e-6;   // the issue's, for all of golden f

    /// <summary>Property tests try the same cases each time.</summary>
    public static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(4, 9);

    /// <summary>The cells of each row but the header's.</summary>
    public static List<string[]> Of(string file)
    {
        using var reader = GoldenData.OpenText(GoldenData.Find(file) ?? throw new FileNotFoundException(file));
        reader.ReadLine();
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line) { rows.Add(line.Split('\t')); }
        return rows;
    }

    /// <summary>The numbers from a cell of a row on.</summary>
    public static double[] Numbers(string[] row, int from) => [.. row[from..].Where(text => text.Length > 0).Select(double.Parse)];

    /// <summary>Golden table_data with its five Vec columns as one column of tensors.</summary>
    public static Table Data()
    {
        var table = new Table("Data");
        table.AddColumn<string>("Name");
        table.AddColumn<string>("Grp");
        table.AddColumn<double>("Val");
        table.AddColumn<double>("Vec", [5]);
        foreach (var row in GoldenData.Table("f/table_data.tsv"))
        {
            table.Add(row["Name"], row["Grp"], double.Parse(row["Val"]), Enumerable.Range(0, 5).Select(i => double.Parse(row[$"Vec{i}"])).ToArray());
        }
        return table;
    }

    /// <summary>Fractions from −10 to 10.</summary>
    public static Gen<double> Number => Gen.Choose(-10_000, 10_000).Select(i => i / 1000.0);

    /// <summary>A tensor of rows, each of as many numbers.</summary>
    public static Gen<Tensor<double>> Rows(int leastRows, int mostRows, int leastSize, int mostSize) =>
        from rows in Gen.Choose(leastRows, mostRows)
        from size in Gen.Choose(leastSize, mostSize)
        from values in Gen.ArrayOf(Number, rows * size)
        select new Tensor<double>([rows, size], values);

    public static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance = Tolerance)
    {
        double[] e = [.. expected], a = [.. actual];
        Assert.Equal(e.Length, a.Length);
        for (var i = 0; i < e.Length; i++) { Assert.Equal(e[i], a[i], tolerance); }
    }
}
