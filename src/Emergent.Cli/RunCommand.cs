using System.CommandLine;
using System.Runtime.InteropServices;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary><c>emergent run</c>: runs a simulation to its end, with progress, logs and a summary.</summary>
internal static class RunCommand
{
    private static readonly Option<int?> Runs = new("--runs") { Description = "How many times the network is trained, each time with other initial weights.", HelpName = "N" };
    private static readonly Option<int?> Epochs = new("--epochs") { Description = "How many epochs a run has at most.", HelpName = "N" };
    private static readonly Option<int?> FirstRun = new("--first-run") { Description = "The number of the first run (default 0), so that runs can be divided among machines; a run is the same wherever it is run.", HelpName = "N" };
    private static readonly Option<long?> Seed = new("--seed") { Description = "What decides everything random (default 1); the same seed gives the same results.", HelpName = "S" };
    private static readonly Option<string[]> Params = new("--params") { Description = "Style sets to use besides Base, in order.", HelpName = "SET", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Set = new("--set") { Description = "A parameter that goes above all style sets, such as 'Layer.Inhib.Layer.Gi=1.6', '#Output.Inhib.Layer.Gi=1.6' or 'Sim.Epochs=20'; may be repeated.", HelpName = "PATH=VALUE" };
    private static readonly Option<string?> Settings = new("--settings") { Description = "A settings.json of earlier logs of this simulation, to make them again: seed, style sets, settings and parameters. Other options go above it.", HelpName = "FILE" };
    private static readonly Option<string?> Config = new("--config") { Description = "A JSON file of seed, style sets and parameters (\"Sim.Epochs\": 20), which may include others. It goes above --settings, and other options above it.", HelpName = "FILE" };
    private static readonly Option<string?> Log = new("--log") { Description = "A folder for logs (tables, .tsv) and the settings that they can be made again with.", HelpName = "DIR" };
    private static readonly Option<string[]> Tables = new("--tables") { Description = "Which logs are written, such as train_epoch, test_trial or runstats (default all).", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Tag = new("--tag") { Description = "A word in the names of the logs, to tell them from others.", HelpName = "WORD" };
    private static readonly Option<string?> Note = new("--note") { Description = "What you want to remember of it, kept in the settings beside the logs.", HelpName = "TEXT" };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace earlier logs in that folder." };
    private static readonly Option<bool> SaveWeights = new("--save-weights") { Description = "Save the weights at the end of each run, beside the logs." };
    private static readonly Option<bool> SaveNetData = new("--netdata") { Description = "Save the network's states at the ends of the last 210 test trials (all units, all variables), beside the logs; the window opens that file." };
    private static readonly Option<int?> Threads = new("--threads") { Description = "The number of threads that a trial may use (default: by the network's size); the results are the same.", HelpName = "N" };
    private static readonly Option<bool> PrintParams = new("--print-params") { Description = "Print every parameter that is not its default, before the run." };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    /// <summary>The command.</summary>
    public static Command Create(SimulationCatalog catalog)
    {
        var simulation = SimulationArgument.Of(catalog);
        var command = new Command("run", "Run a simulation.") { simulation, Runs, Epochs, FirstRun, Seed, Params, Set, Settings, Config, Log, Tables, Tag, Note, Overwrite, SaveWeights, SaveNetData, Threads, PrintParams, Quiet };
        command.Validators.Add(result =>
        {
            var needsLog = result.GetValue(SaveWeights) ? "--save-weights" : result.GetValue(SaveNetData) ? "--netdata" : result.GetValue(Overwrite) ? "--overwrite" : result.GetValue(Tables) is { Length: > 0 } ? "--tables"
                : result.GetValue(Tag) is not null ? "--tag" : result.GetValue(Note) is not null ? "--note" : null;
            if (needsLog is not null && result.GetValue(Log) is null) { result.AddError($"'{needsLog}' needs a folder: add '--log DIR'."); }
        });
        command.SetAction(options => Run(catalog.Create(options.GetValue(simulation)!), options));
        return command;
    }

    private static int Run(Simulation simulation, ParseResult options)
    {
        Apply(options, simulation);
        simulation.Initialize();

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => StopAfterTrial(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => StopAfterTrial(signal, stop));
        if (options.GetValue(Log) is { } name && string.IsNullOrWhiteSpace(name)) { throw new EmergentException("'--log' needs the name of a folder; it is empty."); }
        using var logs = options.GetValue(Log) is { } folder
            ? LogFolder.Open(folder, simulation, options.GetValue(Overwrite), options.GetValue(SaveWeights), options.GetValue(Tables), options.GetValue(SaveNetData))
            : null;

        var isQuiet = options.GetValue(Quiet);
        if (options.GetValue(PrintParams) && !isQuiet) { Console.WriteLine(simulation.Network.Styles.NonDefaultReport()); }
        LoopState state;
        try
        {
            state = isQuiet ? simulation.Run(stop.Token)
                : Console.IsOutputRedirected ? PlainProgress.Run(simulation, stop.Token)
                : LiveProgress.Run(simulation, stop.Token);
        }
        catch when (logs is not null)
        {
            try { logs.Close(); }
            catch (EmergentException) { /* the first error is the one to report */ }
            throw;
        }
        logs?.Close();

        if (!isQuiet) { RunSummary.Write(simulation, logs is null ? null : options.GetValue(Log)); }
        if (state == LoopState.Finished) { return ExitCodes.Done; }
        var progress = simulation.Progress();
        Console.Error.WriteLine($"emergent: stopped in run {progress.Run}, epoch {progress.Epoch}, after trial {Math.Max(progress.Trial - 1, 0)}."
            + (logs is null ? "" : " What was logged until then is kept."));
        return ExitCodes.Stopped;
    }

    private static void Apply(ParseResult options, Simulation simulation)
    {
        if (options.GetValue(Settings) is { } file)
        {
            if (string.IsNullOrWhiteSpace(file)) { throw new EmergentException("'--settings' needs the name of a file; it is empty."); }
            simulation.UseSettings(SavedSettings.Read(file));
        }
        if (options.GetValue(Config) is { } config)
        {
            if (string.IsNullOrWhiteSpace(config)) { throw new EmergentException("'--config' needs the name of a file; it is empty."); }
            simulation.UseConfiguration(RunConfiguration.Read(config));
        }
        if (options.GetValue(Seed) is { } seed) { simulation.Seed = seed; }
        if (options.GetValue(Params) is { Length: > 0 } sets) { simulation.UseStyles(sets); }
        // As settings, because those go above what style sets say.
        if (options.GetValue(Runs) is { } runs) { simulation.Set($"Sim.Runs={runs}"); }
        if (options.GetValue(Epochs) is { } epochs) { simulation.Set($"Sim.Epochs={epochs}"); }
        if (options.GetValue(FirstRun) is { } first) { simulation.Set($"Sim.FirstRun={first}"); }
        if (options.GetValue(Tag) is { } tag) { simulation.Tag = tag; }
        if (options.GetValue(Note) is { } note) { simulation.Note = note; }
        if (options.GetValue(Threads) is { } threads) { simulation.Set($"Sim.Threads={threads}"); }
        foreach (var setting in options.GetValue(Set) ?? []) { simulation.Set(setting); }
    }

    /// <summary>Lets the present trial end; a second signal ends the program at once.</summary>
    private static void StopAfterTrial(PosixSignalContext signal, CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested) { return; }
        signal.Cancel = true;
        stop.Cancel();
    }
}
