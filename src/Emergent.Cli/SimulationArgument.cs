using System.CommandLine;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>The argument that says which simulation; where there is only one, it goes without saying.</summary>
internal static class SimulationArgument
{
    /// <summary>An argument for the simulations of a catalog.</summary>
    public static Argument<string> Of(SimulationCatalog catalog)
    {
        var argument = new Argument<string>("simulation") { Description = "The simulation; 'emergent list' shows them." };
        if (catalog.Count == 1) { argument.DefaultValueFactory = _ => catalog.All.Single().Name; }
        return argument;
    }
}
