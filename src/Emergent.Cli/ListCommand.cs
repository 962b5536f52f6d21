using System.CommandLine;
using Emergent.Data;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary><c>emergent list</c>: the simulations that there are.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SimulationCatalog catalog)
    {
        var command = new Command("list", "List the simulations.");
        command.SetAction(_ =>
        {
            var table = new TextTable(["Name", "What it shows"]);
            foreach (var simulation in catalog.All) { table.Add([simulation.Name, simulation.Description]); }
            Console.Write(table);
            return ExitCodes.Done;
        });
        return command;
    }
}
