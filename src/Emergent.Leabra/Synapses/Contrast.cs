using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Contrast enhancement: from the linear weight that learns to the one that transmits, and back.</summary>
/// <remarks>Wt = 1 / (1 + (Off (1 − LWt)/LWt)^Gain). Source: emergent leabra, learn.go, SigFun and SigInvFun.</remarks>
internal interface IContrast
{
    /// <summary>The weight that transmits, of a linear one in 0…1.</summary>
    T Enhance<T>(T linear) where T : struct, ILanes<T>;
}

/// <summary>What is done with a contrast once it is known which.</summary>
internal interface IContrastUse
{
    void With<TContrast>(TContrast contrast) where TContrast : struct, IContrast;
}

/// <summary>No enhancement: gain 1, offset 1.</summary>
internal readonly struct NoContrast : IContrast
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Enhance<T>(T linear) where T : struct, ILanes<T> => linear;
}

/// <summary>The usual gain of 6 with offset 1, by multiplications.</summary>
internal readonly struct SixthPowerContrast : IContrast
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Enhance<T>(T linear) where T : struct, ILanes<T>
    {
        var p = (1f - linear) / linear;   // 0 gives infinity and then 0, 1 gives 0 and then 1: the ends need no case of their own
        return 1f / (p * p * p * p * p * p + 1f);
    }
}

/// <summary>Any gain and offset, by a power in double precision.</summary>
internal readonly struct PowerContrast(float gain, float offset) : IContrast, ILaneFunction
{
    private readonly float _gain = gain, _offset = offset;

    public T Enhance<T>(T linear) where T : struct, ILanes<T> => T.Map(linear, this);

    public float Invoke(float w) => w <= 0f ? 0f : w >= 1f ? 1f : 1f / (1f + (float)Math.Pow(_offset * (1f - w) / w, _gain));
}

/// <summary>Which contrast there is, and its inverse for one weight.</summary>
internal static class Contrast
{
    /// <summary>Uses the contrast that the parameters ask for.</summary>
    public static void Choose<TUse>(WtSigParams p, TUse use) where TUse : struct, IContrastUse, allows ref struct
    {
        switch (p)
        {
            case { Gain: 1f, Off: 1f }: use.With(new NoContrast()); break;
            case { Gain: 6f, Off: 1f }: use.With(new SixthPowerContrast()); break;
            default: use.With(new PowerContrast(p.Gain, p.Off)); break;
        }
    }

    /// <summary>The linear weight, from the one that transmits; as in the reference, not an exact inverse for offsets other than 1.</summary>
    public static float Linear(WtSigParams p, float weight)
    {
        if (p is { Gain: 1f, Off: 1f }) { return weight; }
        if (weight <= 0f) { return 0f; }
        if (weight >= 1f) { return 1f; }
        var ratio = (1f - weight) / weight;
        return p is { Gain: 6f, Off: 1f }
            ? 1f / (1f + (float)Math.Pow(ratio, 1f / 6f))
            : 1f / (1f + (float)Math.Pow(ratio, 1f / p.Gain) / p.Off);
    }
}
