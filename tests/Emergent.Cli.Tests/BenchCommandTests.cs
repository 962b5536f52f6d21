using System.Text.Json;

namespace Emergent.Cli.Tests;

public class BenchCommandTests
{
    [Fact]
    public void One_object_a_size_is_printed_as_json_smallest_first()
    {
        var outcome = Command.Run("bench", "--size", "MEDIUM", "SMALL", "--epochs", "2", "--pats", "10", "--threads", "1", "--json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        var sizes = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["SMALL", "MEDIUM"], sizes.Select(s => s.GetProperty("size").GetString()));
        Assert.Equal([4375, 70000], sizes.Select(s => s.GetProperty("synapses").GetInt32()));
        foreach (var size in sizes)
        {
            Assert.Equal(1, size.GetProperty("threads").GetInt32());
            Assert.Equal(0, size.GetProperty("allocatedBytes").GetInt64());
            Assert.InRange(size.GetProperty("msPerTrial").GetDouble(), 1e-6, 1e6);
            Assert.InRange(size.GetProperty("peakMemoryMB").GetDouble(), 1, 1e6);
            Assert.InRange(size.GetProperty("hidden2Activity")[1].GetDouble(), 0.05, 0.25);
            Assert.Equal(7, size.GetProperty("msByStep").EnumerateObject().Count());
        }
    }

    [Fact]
    public void Figures_and_time_by_step_are_printed_for_people()
    {
        var outcome = Command.Run("bench", "--units", "30", "--epochs", "1", "--pats", "3");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        foreach (var part in (string[])["25 units: ", "ms a trial", "4,375 synapses", "peak memory", "ms by step: BeginTrial", "Hidden2 activity", "AvgSSE", "CosDiff"])
        {
            Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, "There is no benchmark size 'LARG'. Did you mean 'LARGE'?", "--size", "LARG")]
    [InlineData(2, "'--units' and '--size' exclude each other", "--units", "30", "--size", "SMALL")]
    [InlineData(2, "'--epochs' takes a number of at least 1", "--epochs", "0")]
    [InlineData(2, "'--units' takes a whole number, which 'abc' is not", "--units", "abc")]
    [InlineData(2, "'--epochs' takes a whole number that is not so large", "--epochs", "99999999999")]
    [InlineData(2, "'--threads' takes a number from 0 to 1024", "--threads", "100000")]
    public void Mistake_is_named_in_one_line(int code, string message, params string[] arguments)
    {
        var outcome = Command.Run(["bench", .. arguments]);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }
}
