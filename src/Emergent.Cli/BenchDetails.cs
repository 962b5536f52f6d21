using System.Text.Json;
using Emergent.Leabra;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>All that is known about one result of the benchmark: as lines for people, and as JSON.</summary>
internal static class BenchDetails
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The result in lines.</summary>
    public static string Lines(BenchmarkResult result)
    {
        var (work, roofline, speeds) = (result.BestWork, result.Roofline, result.Speeds);
        return string.Join('\n',
            $"  {result.Size.Name}: {result.MsPerTrial:0.000} ms a trial on average, {Threading(result)}, {result.Size.Epochs} epochs of {result.Size.Patterns} trials",
            $"  {result.Synapses:N0} synapses, built in {result.BuildSeconds:0.00} s, peak memory {result.PeakMemoryMB:0} MB, {result.AllocatedBytes} bytes allocated by trials",
            $"  a trial: {work.UnitCycles:N0} unit cycles; synapses sent {work.SynapsesSent:N0}, learned {work.SynapsesLearned:N0}",
            $"  roofline: send {roofline.SendMs:0.000} ms, learn {roofline.LearnMs:0.000}, units {roofline.UnitsMs:0.000} at {speeds.MultiplyAddRate / 1e9:0.0} G multiply-adds/s",
            $"  with an ideal cache: send {result.IdealCache.SendMs:0.000} ms, learn {result.IdealCache.LearnMs:0.000}",
            $"  MB by reuse distance (sent + learned, at GB/s): {string.Join(", ", Distances(result).Select(d => $"≤ {Limit(d.Distance)} {d.Sent / 1e6:0.00} + {d.Learned / 1e6:0.00} at {d.Bandwidth / 1e9:0.0}"))}",
            $"  ms by step: {string.Join(", ", result.MsByStep.Select(s => $"{s.Key} {s.Value:0.000}"))}",
            $"  Hidden2 activity {Course(result.Hidden2Activity)}, Output {Course(result.OutputActivity)}, AvgSSE {Course(result.AverageSse)}, CosDiff {Course(result.CosDiff)}");
    }

    /// <summary>The result as an object of JSON.</summary>
    /// <param name="result">The result.</param>
    /// <param name="variant">The variant of the network, if it is not the published one.</param>
    public static string Json(BenchmarkResult result, string? variant) => JsonSerializer.Serialize(new
    {
        Size = variant ?? result.Size.Name,
        result.Size.Units,
        result.Size.Epochs,
        Pats = result.Size.Patterns,
        result.Threads,
        result.MsPerTrial,
        result.MedianMsPerTrial,
        result.BestMsPerTrial,
        RooflineMs = result.Roofline.Ms,
        result.RooflineFraction,
        IdealCacheMs = result.IdealCache.Ms,
        result.MsPerMillionVisits,
        result.MedianMsPerMillionVisits,
        result.RooflineMsPerMillionVisits,
        result.SynapseMsPerMillionVisits,
        result.SynapseRooflineMsPerMillionVisits,
        result.BestWork.UnitCycles,
        result.BestWork.SynapsesSent,
        result.BestWork.SynapsesLearned,
        BytesByDistance = Distances(result).Select(d => new { d.Distance, d.Sent, d.Learned, d.Bandwidth }),
        result.Speeds.MultiplyAddRate,
        result.PeakMemoryMB,
        result.Synapses,
        result.BuildSeconds,
        result.AllocatedBytes,
        MsByStep = result.MsByStep.ToDictionary(s => Enum.GetName(s.Key)!, s => s.Value),
        result.Hidden2Activity,
        result.OutputActivity,
        AvgSse = result.AverageSse,
        result.CosDiff,
    }, Options);

    /// <summary>The classes of distance in which something is touched.</summary>
    private static IEnumerable<(long Distance, double Sent, double Learned, double Bandwidth)> Distances(BenchmarkResult result)
    {
        var work = result.BestWork;
        return Enumerable.Range(0, BytesByDistance.Count)
            .Select(index => (BytesByDistance.Limit(index), work.BytesSent[index], work.BytesLearned[index], result.Speeds.Bandwidths[index]))
            .Where(d => d.Item2 + d.Item3 > 0);
    }

    private static string Limit(long bytes) => bytes < 1 << 20 ? $"{bytes >> 10} kB" : $"{bytes >> 20} MB";

    private static string Threading(BenchmarkResult result) => result.Threads switch { 0 => "threads by size", 1 => "one thread", var n => $"{n} threads" };

    private static string Course(IReadOnlyList<double> values) => values.Count == 1 ? $"{values[0]:0.000}" : $"{values[0]:0.000} → {values[^1]:0.000}";
}
