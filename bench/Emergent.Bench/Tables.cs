using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Emergent.Data;

namespace Emergent.Bench;

/// <summary>A table of a million rows: read from a file, grouped, sorted and filtered. The files' sizes, for MB/s: 57, 154 and 67 MB.</summary>
[MemoryDiagnoser]
public class Tables
{
    private const int Rows = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-bench").FullName;
    private Table _table = null!;

    /// <summary>Ten columns of short numbers, eight of doubles with all their digits, or eight of text, numbers and truth values.</summary>
    [Params("short.tsv", "long.csv", "mixed.csv")]
    public string File { get; set; } = "";

    [GlobalSetup]
    public void Write()
    {
        var random = new CounterRandom(1, 0, 1);
        Write("short.tsv", "|Run\t|Epoch\t%SSE\t%AvgSSE\t%PctErr\t%CosDiff\t%PerTrlMSec\t#A\t#B\t#C", (row, line) =>
        {
            line.Append(CultureInfo.InvariantCulture, $"{row % 10}\t{row}");
            for (var c = 0; c < 8; c++) { line.Append('\t').Append(GoFormat.Significant(random.NextDouble() * 10, 4)); }
        });
        Write("long.csv", "a,b,c,d,e,f,g,h", (_, line) =>
        {
            for (var c = 0; c < 8; c++) { line.Append(c > 0 ? "," : "").Append(GoFormat.Shortest(random.NextDouble())); }
        });
        Write("mixed.csv", "name,group,run,epoch,correct,sse,rt,note", (row, line) => line.Append(CultureInfo.InvariantCulture,
            $"item_{row},cond{row % 5},{row % 20},{row},{(row % 3 == 0 ? "true" : "false")},{GoFormat.Significant(random.NextDouble(), 6)},{GoFormat.Significant(random.NextDouble() * 1000, 5)},\"quoted, text {row % 100}\""));

        _table = new Table("big");
        var group = _table.AddColumn<string>("Group");
        var epoch = _table.AddColumn<int>("Epoch");
        _table.AddRows(Rows);
        for (var row = 0; row < Rows; row++) { (group[row], epoch[row]) = ("cond" + random.NextInt(20), random.NextInt(1000)); }
        for (var c = 0; c < 18; c++)
        {
            foreach (ref var value in _table.AddColumn<double>($"V{c}").Values) { value = random.NextDouble(); }
        }
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public Table Read() => Table.Load(Path.Combine(_folder, File));

    [Benchmark]
    public Table GroupAndAverage() => _table.View().GroupBy("Group").Aggregate(Statistic.Mean).ToTable();

    [Benchmark]
    public TableView Sort() => _table.View().OrderBy("V0");

    [Benchmark]
    public TableView Filter() => _table.View().Where(row => row.Get<double>("V3") > 0.5);

    private void Write(string name, string header, Action<int, StringBuilder> write)
    {
        using var writer = new StreamWriter(Path.Combine(_folder, name));
        writer.Write(header + "\n");
        var line = new StringBuilder();
        for (var row = 0; row < Rows; row++)
        {
            line.Clear();
            write(row, line);
            writer.Write(line.Append('\n'));
        }
    }
}
