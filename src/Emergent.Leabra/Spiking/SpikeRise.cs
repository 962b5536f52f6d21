namespace Emergent.Leabra;

/// <summary>How the potential rises to a spike; known when a kernel is compiled, so that layers without the exponential slope pay nothing.</summary>
internal interface ISpikeRise
{
    static abstract bool IsExponential { get; }
}

internal readonly struct PlainRise : ISpikeRise
{
    public static bool IsExponential => false;
}

internal readonly struct ExponentialRise : ISpikeRise
{
    public static bool IsExponential => true;
}
