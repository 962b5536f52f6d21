using System.Reflection;

namespace Emergent.Networks;

/// <summary>Marks a parameter of a simulation whose value is the name of a style set, which is in use after those asked for: a rule of learning that is chosen from a list.</summary>
/// <remarks>The parameter is an enumeration, or a text, of which an empty one chooses nothing. A change takes effect at the next Initialize; the network need not be built anew.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoosesStylesAttribute : Attribute
{
    /// <summary>The style sets that a simulation's parameters choose now, in the order of the parameters.</summary>
    internal static string[] ChosenBy(Simulation simulation) =>
        [.. simulation.GetType().GetProperties()
            .Where(p => p.IsDefined(typeof(ChoosesStylesAttribute)))
            .Select(p => p.GetValue(simulation)?.ToString() ?? "")
            .Where(name => name.Length > 0)
            .Distinct()];
}
