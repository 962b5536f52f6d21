namespace Emergent.Networks;

/// <summary>Says when a changed parameter of a simulation takes effect; without it, the network is built anew.</summary>
/// <param name="when">When it takes effect.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AppliesAtAttribute(When when) : Attribute
{
    /// <summary>When it takes effect.</summary>
    public When When { get; } = when;
}

/// <summary>When a changed parameter takes effect.</summary>
public enum When
{
    /// <summary>When the network is built: <c>BuildNetwork</c> reads it, so that the next Initialize makes a new network.</summary>
    Build,

    /// <summary>At the next Initialize; the network stays.</summary>
    Initialize,

    /// <summary>At once or with the next trial, even while it runs: the model reads it again and again.</summary>
    Now,
}
