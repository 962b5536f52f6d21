namespace Emergent.Leabra;

/// <summary>What a layer's activation has beside the plain rate code; known when a kernel is compiled, so that plain layers pay nothing.</summary>
internal interface IActivationExtras
{
    static abstract bool HasPotassium { get; }
    static abstract bool HasNoise { get; }
}

internal readonly struct PlainActivation : IActivationExtras
{
    public static bool HasPotassium => false;
    public static bool HasNoise => false;
}

internal readonly struct AdaptingActivation : IActivationExtras
{
    public static bool HasPotassium => true;
    public static bool HasNoise => false;
}

internal readonly struct NoisyActivation : IActivationExtras
{
    public static bool HasPotassium => true;
    public static bool HasNoise => true;
}
