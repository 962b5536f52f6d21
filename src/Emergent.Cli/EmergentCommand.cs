using System.CommandLine;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>The emergent command: one file for each of its commands. Programs with simulations of their own offer it for these.</summary>
public static class EmergentCommand
{
    /// <summary>Does what a command line asks for.</summary>
    /// <param name="args">The words of the command line: <c>run my-simulation --runs 3</c>.</param>
    /// <param name="simulations">Each makes a simulation; those that come with Emergent if none is given. The name of a single one can be left out.</param>
    /// <returns>0 done, 1 a model, option value or file is wrong, 2 the command line is not understood, 130 stopped by Ctrl-C.</returns>
    public static int Run(string[] args, params ReadOnlySpan<Func<Simulation>> simulations)
    {
        ArgumentNullException.ThrowIfNull(args);
        var catalog = simulations.IsEmpty ? SimulationCatalog.BuiltIn : new SimulationCatalog(simulations);
        var root = new RootCommand("Biologically based neural network models: list them, run them, watch them, measure them.\nExit codes: 0 done, 1 a model, option value or file is wrong, 2 the command line is not understood, 130 stopped by Ctrl-C.")
        {
            ListCommand.Create(catalog),
            RunCommand.Create(catalog),
            StudioCommand.Create(catalog),
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
    }
}
