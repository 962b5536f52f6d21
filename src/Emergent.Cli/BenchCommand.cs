using System.CommandLine;
using System.CommandLine.Parsing;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary><c>emergent bench</c>: how fast this machine runs the network that the Go and C++ programs publish figures for, and how fast it could.</summary>
internal static class BenchCommand
{
    private static readonly Option<string[]> Size = new("--size") { Description = "Sizes to run: SMALL, MEDIUM, LARGE, HUGE, GINORMOUS (default: all).", HelpName = "SIZE", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> Units = new("--units") { Description = "Units a layer (a square number, or the next smaller), instead of a named size; with --scaling of the largest network (default: 1024), with --cases of the full one (400).", HelpName = "N" };
    private static readonly Option<int?> Epochs = new("--epochs") { Description = "Epochs to time, instead of the size's own.", HelpName = "N" };
    private static readonly Option<int?> Pats = new("--pats") { Description = "Patterns an epoch, instead of the size's own.", HelpName = "N" };
    private static readonly Option<int?> Threads = new("--threads") { Description = "The number of threads, 0 for by the network's size (default: one, and then by size); the results are the same.", HelpName = "N" };
    private static readonly Option<int?> Seconds = new("--seconds") { Description = "How long to time each row at least, by repeating its trials from the start (default: 3; 1 for series).", HelpName = "N" };
    private static readonly Option<bool> Scaling = new("--scaling") { Description = "Instead: sizes whose weights fill L2 to L3, to see whether cost grows as the work." };
    private static readonly Option<bool> Cases = new("--cases") { Description = "Instead: variants of equally many synapses (partial connectivity, pools, noise, spikes, …), to see what they cost." };
    private static readonly Option<bool> Mechanisms = new("--mechanisms") { Description = "Instead: networks with a mechanism beside the same layers without it, to see what each costs." };
    private static readonly Option<int?> Together = new("--together") { Description = "Instead: so many copies at once, to see whether they hinder each other (default size: LARGE).", HelpName = "N" };
    private static readonly Option<bool> Simulation = new("--simulation") { Description = "Instead: random-associator in full, as 'run' runs it, to see what besides its network costs time, and how soon it starts." };
    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Print times by step, activity and errors too." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object a row instead of tables." };
    private static readonly Option<string?> Markdown = new("--markdown") { Description = "Write the table to this file too, with date, commit and runtime, as in bench/results.", HelpName = "FILE" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("bench", "Measure how fast this machine runs the published benchmark, and what share that is of the least time it allows (the roofline). bench/README.md says how to read the figures; docs/algorithm.md is what is run.")
        {
            Size, Units, Epochs, Pats, Threads, Seconds, Scaling, Cases, Mechanisms, Together, Simulation, Verbose, AsJson, Markdown,
        };
        foreach (var option in (Option<int?>[])[Units, Epochs, Pats])
        {
            option.Validators.Add(result => { if (Number(result) is < 1) { result.AddError($"'{result.Option.Name}' takes a number of at least 1."); } });
        }
        Threads.Validators.Add(result => { if (Number(result) is < 0 or > 1024) { result.AddError("'--threads' takes a number from 0 to 1024."); } });
        Seconds.Validators.Add(result => { if (Number(result) is < 0 or > 3600) { result.AddError("'--seconds' takes a number from 0 to 3600."); } });
        Together.Validators.Add(result => { if (Number(result) is < 2 or > 64) { result.AddError("'--together' takes a number from 2 to 64."); } });
        Exclude(command, Units, Size);
        Exclude(command, Scaling, Cases);
        Exclude(command, Together, Scaling);
        Exclude(command, Together, Cases);
        Exclude(command, Together, AsJson);
        Exclude(command, Scaling, Size);
        Exclude(command, Cases, Size);
        foreach (var other in (Option[])[Size, Units, Epochs, Pats, Threads, Scaling, Cases, Together, AsJson]) { Exclude(command, Simulation, other); }
        foreach (var other in (Option[])[Size, Units, Epochs, Pats, Scaling, Cases, Together, Simulation, AsJson]) { Exclude(command, Mechanisms, other); }
        command.SetAction(Run);
        return command;
    }

    private static void Exclude(Command command, Option option, Option other) => command.Validators.Add(result =>
    {
        if (result.GetResult(option) is { Implicit: false } && result.GetResult(other) is { Implicit: false }) { result.AddError($"'{option.Name}' and '{other.Name}' exclude each other"); }
    });

    /// <summary>The number given, if it is one; what is none is told by the parser.</summary>
    private static int? Number(OptionResult result) => result.Tokens is [var token] && int.TryParse(token.Value, out var number) ? number : null;

    private static int Run(ParseResult options)
    {
        var series = options.GetValue(Scaling) || options.GetValue(Cases) || options.GetValue(Mechanisms);
        var plan = new BenchPlan(
            [.. Sizes(options)], options.GetValue(Units), options.GetValue(Threads), options.GetValue(Seconds) ?? (series ? 1 : 3), options.GetValue(Epochs), options.GetValue(Pats));
        var page = new BenchPage(options.GetValue(AsJson), options.GetValue(Verbose), options.GetValue(Markdown));
        if (options.GetValue(Together) is { } copies) { BenchTogether.Run(plan, copies, page); }
        else if (options.GetValue(Simulation)) { BenchSimulation.Run(plan, page); }
        else if (options.GetValue(Scaling)) { BenchScaling.Run(plan, page); }
        else if (options.GetValue(Mechanisms)) { BenchMechanisms.Run(plan, page); }
        else if (options.GetValue(Cases)) { BenchCases.Run(plan, page); }
        else { BenchSizes.Run(plan, page); }
        page.Save();
        return ExitCodes.Done;
    }

    private static IEnumerable<BenchmarkSize> Sizes(ParseResult options)
    {
        var names = options.GetValue(Size) ?? [];
        IEnumerable<BenchmarkSize> sizes = names.Length > 0 ? names.Select(BenchmarkSize.Find)
            : options.GetValue(Together) is null ? BenchmarkSize.All : [BenchmarkSize.Find("LARGE")];
        if (options.GetValue(Units) is { } units) { sizes = [new BenchmarkSize($"{Square(units)} units", Square(units), 3, 20)]; }
        // Ascending, because the peak of memory is, where it cannot be reset, the process's: that of the largest so far.
        return sizes.OrderBy(s => s.Units);
    }

    /// <summary>Layers are square: the units that there will be.</summary>
    private static int Square(int units) => (int)Math.Sqrt(units) * (int)Math.Sqrt(units);
}
