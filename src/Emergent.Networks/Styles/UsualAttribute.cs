namespace Emergent.Networks;

/// <summary>Values of a parameter that are as usual as its default, which reports name beside it.</summary>
/// <remarks>Source: emergent, the tag <c>def</c> of fields, a list of values. There a report leaves such values out; here it shows them and says so.</remarks>
/// <param name="values">The values, besides the default.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UsualAttribute(params double[] values) : Attribute
{
    /// <summary>The values, besides the default.</summary>
    public IReadOnlyList<double> Values { get; } = values;
}
