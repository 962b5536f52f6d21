namespace Emergent.Networks;

/// <summary>Says that a parameter counts only while another of the same object has a certain value. A form shows it only then; it can be set all the same, so that order does not matter.</summary>
/// <remarks>On a class it holds for all its parameters but that other, and on a property of parameters for all that are in it. Source: emergent, the tag <c>viewif</c> of fields.</remarks>
/// <param name="other">The name of the other: a truth value or an enumeration.</param>
/// <param name="values">With which of its values; without any, while it is true.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class CountsIfAttribute(string other, params object[] values) : Attribute
{
    /// <summary>The name of the other parameter.</summary>
    public string Other { get; } = other;

    /// <summary>With which of its values the parameter counts.</summary>
    public IReadOnlyList<object> Values { get; } = values.Length > 0 ? values : [true];
}
