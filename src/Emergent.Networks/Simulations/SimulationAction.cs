using System.ComponentModel;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Emergent.Networks;

/// <summary>Something that the user of a simulation can do.</summary>
public sealed class SimulationAction
{
    private readonly Simulation _simulation;
    private readonly MethodInfo _method;

    internal SimulationAction(Simulation simulation, MethodInfo method, string name)
    {
        (_simulation, _method, Name) = (simulation, method, name);
        Description = method.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Parameters = [.. method.GetParameters().Select(p => new ActionParameter(p, Where))];
    }

    /// <summary>What it does.</summary>
    public string Name { get; }

    /// <summary>What it does, in a sentence; empty where it does not say.</summary>
    public string Description { get; }

    /// <summary>The method that does it, with its documentation.</summary>
    public MethodInfo Method => _method;

    /// <summary>What it has to be told.</summary>
    public IReadOnlyList<ActionParameter> Parameters { get; }

    private string Where => $"Action '{Name}' of simulation '{_simulation.Name}'";

    /// <summary>Does it.</summary>
    /// <param name="arguments">The value of each parameter, as text; those that have a default can be left out.</param>
    /// <returns>What the method returns, null where it returns nothing.</returns>
    /// <exception cref="EmergentException">An argument is missing, is one too many, or is no value of its parameter; or the method says so.</exception>
    public object? Invoke(IReadOnlyDictionary<string, string>? arguments = null)
    {
        foreach (var name in arguments?.Keys ?? [])
        {
            if (Parameters.All(p => p.Name != name)) { throw new EmergentException($"{Where}: it has no parameter '{name}'. {Names.DidYouMean(name, Parameters.Select(p => p.Name))}"); }
        }
        var values = Parameters.Select(p => (object?)p.Parse(arguments?.GetValueOrDefault(p.Name), Where)).ToArray();
        try { return _method.Invoke(_simulation, values); }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);   // what the method threw, from where it did
            throw;
        }
    }
}
