using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Emergent.Leabra;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary><c>emergent bench</c>: how fast this machine runs the network that the Go and C++ programs publish figures for.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Option<string[]> Size = new("--size") { Description = "Sizes to run: SMALL, MEDIUM, LARGE, HUGE, GINORMOUS (default: all).", HelpName = "SIZE", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> Units = new("--units") { Description = "Units a layer (a square number, or the next smaller), instead of a named size.", HelpName = "N" };
    private static readonly Option<int?> Epochs = new("--epochs") { Description = "Epochs to time, instead of the size's own.", HelpName = "N" };
    private static readonly Option<int?> Pats = new("--pats") { Description = "Patterns an epoch, instead of the size's own.", HelpName = "N" };
    private static readonly Option<int?> Threads = new("--threads") { Description = "The number of threads (default: by the network's size); the results are the same.", HelpName = "N" };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object a size instead of tables." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("bench", "Measure how fast this machine runs the published benchmark.") { Size, Units, Epochs, Pats, Threads, AsJson };
        foreach (var option in (Option<int?>[])[Units, Epochs, Pats])
        {
            option.Validators.Add(result => { if (Number(result) is < 1) { result.AddError($"'{result.Option.Name}' takes a number of at least 1."); } });
        }
        Threads.Validators.Add(result => { if (Number(result) is < 0 or > 1024) { result.AddError("'--threads' takes a number from 0 to 1024."); } });
        command.Validators.Add(result =>
        {
            if (result.GetResult(Units) is not null && result.GetResult(Size) is not null) { result.AddError("'--units' and '--size' exclude each other"); }
        });
        command.SetAction(Run);
        return command;
    }

    /// <summary>The number given, if it is one; what is none is told by the parser.</summary>
    private static int? Number(OptionResult result) => result.Tokens is [var token] && int.TryParse(token.Value, out var number) ? number : null;

    private static int Run(ParseResult options)
    {
        var sizes = Sizes(options).ToList();
        LeabraBenchmark.WarmUp();
        foreach (var size in sizes)
        {
            var result = LeabraBenchmark.Run(size, options.GetValue(Threads) ?? 0);
            if (options.GetValue(AsJson)) { Console.WriteLine(JsonSerializer.Serialize(Summary(result), Json)); }
            else { Write(result); }
        }
        return ExitCodes.Done;
    }

    private static IEnumerable<BenchmarkSize> Sizes(ParseResult options)
    {
        var names = options.GetValue(Size) ?? [];
        IEnumerable<BenchmarkSize> sizes = names.Length > 0 ? names.Select(BenchmarkSize.Find) : BenchmarkSize.All;
        if (options.GetValue(Units) is { } units) { sizes = [new BenchmarkSize($"{Square(units)} units", Square(units), 3, 20)]; }
        // Ascending, because the peak of memory is the process's: that of the largest so far.
        return sizes.OrderBy(s => s.Units).Select(s => s with { Epochs = options.GetValue(Epochs) ?? s.Epochs, Patterns = options.GetValue(Pats) ?? s.Patterns });
    }

    /// <summary>Layers are square: the units that there will be.</summary>
    private static int Square(int units) => (int)Math.Sqrt(units) * (int)Math.Sqrt(units);

    private static void Write(BenchmarkResult result)
    {
        Console.WriteLine($"{result.Size.Name}: {result.MsPerTrial:0.000} ms a trial (best epoch {result.BestMsPerTrial:0.000}), {Threading(result)}, {result.Size.Epochs} epochs of {result.Size.Patterns} trials");
        Console.WriteLine($"  {result.Synapses:N0} synapses, built in {result.BuildSeconds:0.00} s, peak memory {result.PeakMemoryMB:0} MB, {result.AllocatedBytes} bytes allocated by trials");
        Console.WriteLine($"  ms by step: {string.Join(", ", result.MsByStep.Select(s => $"{s.Key} {s.Value:0.000}"))}");
        Console.WriteLine($"  Hidden2 activity {Course(result.Hidden2Activity)}, Output {Course(result.OutputActivity)}, AvgSSE {Course(result.AverageSse)}, CosDiff {Course(result.CosDiff)}");
    }

    private static string Threading(BenchmarkResult result) => result.Threads switch { 0 => "threads by size", 1 => "one thread", var n => $"{n} threads" };

    private static string Course(IReadOnlyList<double> values) => values.Count == 1 ? $"{values[0]:0.000}" : $"{values[0]:0.000} → {values[^1]:0.000}";

    private static object Summary(BenchmarkResult result) => new
    {
        Size = result.Size.Name,
        result.Size.Units,
        result.Size.Epochs,
        Pats = result.Size.Patterns,
        result.Threads,
        result.MsPerTrial,
        result.BestMsPerTrial,
        result.PeakMemoryMB,
        result.Synapses,
        result.BuildSeconds,
        result.AllocatedBytes,
        MsByStep = result.MsByStep.ToDictionary(s => Enum.GetName(s.Key)!, s => s.Value),
        result.Hidden2Activity,
        result.OutputActivity,
        AvgSse = result.AverageSse,
        result.CosDiff,
    };
}
