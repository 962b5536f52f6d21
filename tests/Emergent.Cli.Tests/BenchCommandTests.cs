using System.Text.Json;

namespace Emergent.Cli.Tests;

public class BenchCommandTests
{
    [Fact]
    public void One_object_a_size_is_printed_as_json_smallest_first()
    {
        var outcome = Command.Run("bench", "--size", "MEDIUM", "SMALL", "--epochs", "2", "--pats", "10", "--threads", "1", "--seconds", "0", "--json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        var sizes = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["SMALL", "MEDIUM"], sizes.Select(s => s.GetProperty("size").GetString()));
        Assert.Equal([4375, 70000], sizes.Select(s => s.GetProperty("synapses").GetInt32()));
        foreach (var size in sizes)
        {
            Assert.Equal(1, size.GetProperty("threads").GetInt32());
            Assert.Equal(0, size.GetProperty("allocatedBytes").GetInt64());
            Assert.InRange(size.GetProperty("msPerTrial").GetDouble(), 1e-6, 1e6);
            Assert.InRange(size.GetProperty("medianMsPerTrial").GetDouble(), 1e-6, 1e6);
            Assert.InRange(size.GetProperty("rooflineFraction").GetDouble(), 1e-6, 10);
            Assert.InRange(size.GetProperty("msPerMillionVisits").GetDouble(), 1e-6, 1e6);
            Assert.InRange(size.GetProperty("synapsesLearned").GetDouble(), 1, 70000);
            var touched = size.GetProperty("bytesByDistance").EnumerateArray().ToList();
            Assert.Equal(4 * size.GetProperty("synapsesSent").GetDouble(), touched.Sum(d => d.GetProperty("sent").GetDouble()), tolerance: 1);
            Assert.Equal(12 * size.GetProperty("synapsesLearned").GetDouble(), touched.Sum(d => d.GetProperty("learned").GetDouble()), tolerance: 1);
            Assert.All(touched, d => Assert.InRange(d.GetProperty("bandwidth").GetDouble(), 1e7, 1e13));
            Assert.InRange(size.GetProperty("peakMemoryMB").GetDouble(), 1, 1e6);
            Assert.InRange(size.GetProperty("hidden2Activity")[1].GetDouble(), 0.05, 0.25);
            Assert.Equal(7, size.GetProperty("msByStep").EnumerateObject().Count());
        }
    }

    [Fact]
    public void Table_has_a_row_for_one_thread_and_one_for_threads_by_size()
    {
        var outcome = Command.Run("bench", "--size", "SMALL", "--epochs", "1", "--pats", "3", "--seconds", "0");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        var lines = outcome.Output.Split('\n');
        Assert.Contains(lines, l => l.Contains("lanes, .NET", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("GB/s from 0.5 MB (L2)", StringComparison.Ordinal));
        Assert.Matches(@"^size +units +synapses +threads +ms/trial +median +roofline +fraction +of ideal +ms/Mvisit +Go ms +× +C\+\+ ms +× +MB +build s$", lines.Single(l => l.StartsWith("size", StringComparison.Ordinal)));
        var rows = lines.Where(l => l.StartsWith("SMALL", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Matches(@"^SMALL +25 +4,375 +1 +\d", rows[0]);
        Assert.Matches(@"^SMALL +25 +4,375 +by size +\d", rows[1]);
        Assert.DoesNotContain('\r', outcome.Output);
        Assert.DoesNotContain("ms by step", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Details_are_printed_when_asked_for()
    {
        var outcome = Command.Run("bench", "--units", "30", "--epochs", "1", "--pats", "3", "--threads", "1", "--seconds", "0", "--verbose");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        foreach (var part in (string[])["25 units: ", "ms a trial", "4,375 synapses", "peak memory", "roofline: send", "MB by reuse distance", "≤ 256 kB", "ms by step: BeginTrial", "Hidden2 activity", "AvgSSE", "CosDiff"])
        {
            Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Page_of_results_is_written_with_date_and_runtime()
    {
        var file = Path.Combine(Path.GetTempPath(), $"emergent-bench-{Guid.NewGuid():N}.md");
        try
        {
            var outcome = Command.Run("bench", "--units", "30", "--epochs", "1", "--pats", "3", "--threads", "1", "--seconds", "0", "--markdown", file);
            Assert.Equal((0, ""), (outcome.Code, outcome.Error));
            var page = File.ReadAllText(file);
            Assert.Matches(@"(?m)^# .+\n\n\d{4}-\d\d-\d\d, commit .+, \.NET \d+", page);
            Assert.Matches(@"(?m)^\| size \| units \| synapses \|", page);
            Assert.Matches(@"(?m)^\| 25 units \| 25 \| 4,375 \| 1 \|", page);
        }
        finally { File.Delete(file); }
    }

    [Fact]
    public void Scaling_prints_a_row_for_each_size_and_the_spread()
    {
        var outcome = Command.Run("bench", "--scaling", "--units", "144", "--epochs", "1", "--pats", "1", "--seconds", "0");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(7, outcome.Output.Split('\n').Count(l => l.Contains(" units ", StringComparison.Ordinal)));
        Assert.Matches(@"(?m)^144 units( +\d+\.\d+){10}$", outcome.Output);
        Assert.Matches(@"Largest / smallest ms for a million visits: \d+\.\d\d of whole trials .*, \d+\.\d\d of their roofline", outcome.Output);
        Assert.Matches(@"\d\.\d\d of the steps that visit synapses .*, \d+\.\d\d of theirs", outcome.Output);
    }

    [Fact]
    public void Cases_are_compared_with_the_full_one()
    {
        var outcome = Command.Run("bench", "--cases", "--units", "25", "--epochs", "1", "--pats", "1", "--seconds", "0");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Matches(@"(?m)^full +25 +4,375 +.* 1\.00 +(\d+\.\d+ +1\.00|– +–)$", outcome.Output);   // of so few synapses the units may take nearly all
        foreach (var name in (string[])["PoolTile", "Rect", "Circle", "UniformRandom 10 %", "pools", "WtBal", "KNa", "noise, each cycle", "spiking", "no Norm"])
        {
            Assert.Contains($"\n{name}", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Copies_run_together_and_their_sum_is_told()
    {
        var outcome = Command.Run("bench", "--together", "2", "--size", "SMALL", "--epochs", "1", "--pats", "3", "--seconds", "0");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(3, outcome.Output.Split('\n').Count(l => l.StartsWith("SMALL  ", StringComparison.Ordinal)));
        Assert.Matches(@"SMALL: 2 at once do \d+\.\d\d of the trials", outcome.Output);
    }

    [Theory]
    [InlineData(1, "There is no benchmark size 'LARG'. Did you mean 'LARGE'?", "--size", "LARG")]
    [InlineData(2, "'--units' and '--size' exclude each other", "--units", "30", "--size", "SMALL")]
    [InlineData(2, "'--epochs' takes a number of at least 1", "--epochs", "0")]
    [InlineData(2, "'--units' takes a whole number, which 'abc' is not", "--units", "abc")]
    [InlineData(2, "'--epochs' takes a whole number that is not so large", "--epochs", "99999999999")]
    [InlineData(2, "'--threads' takes a number from 0 to 1024", "--threads", "100000")]
    [InlineData(2, "'--seconds' takes a number from 0 to 3600", "--seconds", "9999")]
    [InlineData(2, "'--together' takes a number from 2 to 64", "--together", "1")]
    [InlineData(2, "'--scaling' and '--cases' exclude each other", "--scaling", "--cases")]
    [InlineData(2, "'--cases' and '--size' exclude each other", "--cases", "--size", "SMALL")]
    [InlineData(2, "'--together' and '--json' exclude each other", "--together", "2", "--json")]
    [InlineData(2, "'--simulation' and '--size' exclude each other", "--simulation", "--size", "SMALL")]
    [InlineData(1, "there is no such folder", "--markdown", "/no/such/folder/page.md")]
    public void Mistake_is_named_in_one_line(int code, string message, params string[] arguments)
    {
        var outcome = Command.Run(["bench", .. arguments]);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }
}
