using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Networks;
using Emergent.Sims;
using Emergent.Studio;

namespace Emergent.Cli;

/// <summary><c>emergent studio</c>: a simulation in a window of the browser.</summary>
internal static class StudioCommand
{
    private static readonly Option<int?> Port = new("--port") { Description = "The port to begin with; where it is taken, the next that is free (default 8378).", HelpName = "N" };
    private static readonly Option<string?> Bind = new("--bind") { Description = "The address to listen at (default 127.0.0.1, for this machine only); another needs --token-file.", HelpName = "ADDRESS" };
    private static readonly Option<string?> TokenFile = new("--token-file") { Description = "A file with the token that lets the first browser in (default: one is made up).", HelpName = "FILE" };
    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "Open no browser; print the address only." };
    private static readonly Option<int?> HistoryMegabytes = new("--history-mb") { Description = "How much memory the recorded states may take (default 64).", HelpName = "N" };
    private static readonly Option<int?> RecordingPercent = new("--recording-percent") { Description = "The share of the time of a run that recording states may take; 100 records every state that is watched (default 1).", HelpName = "N" };
    private static readonly Option<long?> Seed = new("--seed") { Description = "What decides everything random (default 1).", HelpName = "S" };
    private static readonly Option<string[]> Params = new("--params") { Description = "Style sets to use besides Base, in order.", HelpName = "SET", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Set = new("--set") { Description = "A parameter that goes above all style sets, such as 'Sim.Epochs=20'; may be repeated.", HelpName = "PATH=VALUE" };
    private static readonly Option<string?> Page = new("--page") { Description = "A folder with the page's files, for those who change the page.", HelpName = "DIR" };

    /// <summary>The command.</summary>
    public static Command Create(SimulationCatalog catalog)
    {
        var simulation = SimulationArgument.Of(catalog);
        var command = new Command("studio", "Open a simulation in the browser.") { simulation, Port, Bind, TokenFile, NoBrowser, HistoryMegabytes, RecordingPercent, Seed, Params, Set, Page };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Port) is < 0 or > IPEndPoint.MaxPort) { result.AddError($"'--port' is {result.GetValue(Port)}; it must be within 0…{IPEndPoint.MaxPort}."); }
            if (result.GetValue(HistoryMegabytes) is < 1 or > 1_000_000) { result.AddError($"'--history-mb' is {result.GetValue(HistoryMegabytes)}; it must be within 1…1000000."); }
            if (result.GetValue(RecordingPercent) is < 0 or > 100) { result.AddError($"'--recording-percent' is {result.GetValue(RecordingPercent)}; it must be within 0…100."); }
            if (result.GetValue(Bind) is { } bind && !IPAddress.TryParse(bind, out _)) { result.AddError($"'--bind' is '{bind}'; it must be an address such as 127.0.0.1."); }
        });
        command.SetAction(options => Run(catalog.Create(options.GetValue(simulation)!), options));
        return command;
    }

    private static int Run(Simulation simulation, ParseResult options)
    {
        if (options.GetValue(Seed) is { } seed) { simulation.Seed = seed; }
        if (options.GetValue(Params) is { Length: > 0 } sets) { simulation.UseStyles(sets); }
        foreach (var setting in options.GetValue(Set) ?? []) { simulation.Set(setting); }
        return Serve(simulation, options);
    }

    // A method of its own, so that the web server's assemblies are loaded when it is called and not by the other commands.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(Simulation simulation, ParseResult options)
    {
        using var end = new ManualResetEventSlim();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, end));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, end));
        var bind = options.GetValue(Bind) is { } text ? IPAddress.Parse(text) : IPAddress.Loopback;
        var usual = new StudioOptions();
        var window = StudioWindow.Open(simulation, new StudioOptions
        {
            Port = options.GetValue(Port) ?? usual.Port,
            Bind = bind,
            Token = ReadToken(options.GetValue(TokenFile)),
            HistoryBytes = options.GetValue(HistoryMegabytes) is { } megabytes ? (long)megabytes << 20 : usual.HistoryBytes,
            RecordingShare = options.GetValue(RecordingPercent) is { } percent ? percent / 100.0 : usual.RecordingShare,
            PageFolder = options.GetValue(Page),
        }).GetAwaiter().GetResult();
        window.AddressRenewed += address => Console.WriteLine($"That address had been used. A fresh one: {address}");

        var connection = Environment.GetEnvironmentVariable("SSH_CONNECTION");
        Console.WriteLine($"{simulation.Name}: {window.Address}");
        if (connection is { Length: > 0 })
        {
            Console.WriteLine($"On your own machine first: ssh -L {window.Port}:127.0.0.1:{window.Port} {Environment.UserName}@{ServerOf(connection)}");
        }
        if (!IPAddress.IsLoopback(bind)) { Console.WriteLine("Warning: others can reach this address, and whoever reads the traffic can use it: it is not encrypted."); }
        Console.WriteLine("Ctrl-C ends it.");
        if (!options.GetValue(NoBrowser) && string.IsNullOrEmpty(connection)) { OpenBrowser(window.Address); }
        end.Wait();
        window.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(3));
        return ExitCodes.Done;
    }

    /// <summary>The first line of a file that nobody else can read.</summary>
    private static string? ReadToken(string? file)
    {
        if (file is null) { return null; }
        try
        {
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            {
                throw new EmergentException($"'--token-file' is '{file}', which others can read or write; 'chmod 600 {file}' makes it yours alone.");
            }
            return File.ReadLines(file).FirstOrDefault("").Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new EmergentException($"'--token-file' is '{file}', which could not be read: {e.Message}", e); }
    }

    /// <summary>The machine that an ssh connection leads to, which is the third word of what ssh says of it.</summary>
    private static string ServerOf(string connection) => connection.Split(' ') is [_, _, var server, ..] ? server : Environment.MachineName;

    private static void End(PosixSignalContext signal, ManualResetEventSlim end)
    {
        signal.Cancel = true;
        end.Set();
    }

    private static void OpenBrowser(string address)
    {
        try
        {
            if (OperatingSystem.IsWindows()) { Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose(); }
            else { Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })?.Dispose(); }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException) { /* the address is printed */ }
    }
}
