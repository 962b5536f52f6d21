namespace Emergent.Networks;

/// <summary>Marks a method of a simulation as something that its user can do: a button in the window.</summary>
/// <remarks>Its parameters, if it has any, are numbers, truth values, texts or enumerations; <c>[Description]</c> and <c>[Range]</c> say more of each.</remarks>
/// <param name="name">What it does.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ActionAttribute(string name) : Attribute
{
    /// <summary>What it does.</summary>
    public string Name { get; } = name;
}
