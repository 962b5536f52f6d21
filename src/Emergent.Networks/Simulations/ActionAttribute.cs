namespace Emergent.Networks;

/// <summary>Marks a method of a simulation as something that its user can do: a button in the window.</summary>
/// <param name="name">What it does.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ActionAttribute(string name) : Attribute
{
    /// <summary>What it does.</summary>
    public string Name { get; } = name;
}

/// <summary>Something that the user of a simulation can do.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Invoke">Does it.</param>
public sealed record SimulationAction(string Name, Action Invoke);
