namespace Emergent.Networks;

/// <summary>Marks a layer's or projection's own value as a parameter, which style sheets set without a <c>…Params</c> object between: <c>Layer.ActModZero</c>.</summary>
/// <remarks>For parameters that emergent has right in a layer or projection. Its other values, such as names of layers and switches, are no parameters.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StyledAttribute : Attribute;
