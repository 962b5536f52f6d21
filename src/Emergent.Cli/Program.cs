// The emergent command: one file for each of its commands. Exit codes: see ExitCodes.
using System.CommandLine;
using Emergent;
using Emergent.Cli;

var root = new RootCommand("Biologically based neural network models: list them, run them, watch them, measure them.\nExit codes: 0 done, 1 a model, option value or file is wrong, 2 the command line is not understood, 130 stopped by Ctrl-C.")
{
    ListCommand.Create(),
    RunCommand.Create(),
    StudioCommand.Create(),
    CatCommand.Create(),
    BenchCommand.Create(),
};
try
{
    var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
    if (UsageError.Of(parsed) is { } error)
    {
        Console.Error.WriteLine($"emergent: {error}");
        return ExitCodes.Usage;
    }
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (EmergentException e)
{
    Console.Error.WriteLine($"emergent: {e.Message}");
    return ExitCodes.Error;
}
catch (IOException e) when (Environment.GetEnvironmentVariable("EMERGENT_TRACE") is null)
{
    Console.Error.WriteLine($"emergent: output could not be written: {e.Message}");
    return ExitCodes.Error;
}
catch (Exception e) when (Environment.GetEnvironmentVariable("EMERGENT_TRACE") is null)
{
    Console.Error.WriteLine($"emergent: unexpected {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} EMERGENT_TRACE=1 shows where.");
    return ExitCodes.Error;
}
