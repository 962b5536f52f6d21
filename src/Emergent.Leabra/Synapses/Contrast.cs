using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Contrast enhancement: from the linear weight that learns to the one that transmits, and back.</summary>
/// <remarks>Wt = 1 / (1 + (Off (1 − LWt)/LWt)^Gain). Source: emergent leabra, learn.go, SigFun and SigInvFun.</remarks>
internal interface IContrast
{
    T Enhance<T>(T linear) where T : struct, ILanes<T>;
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
        T one = 1f;
        var p = (one - linear) / linear;
        var enhanced = one / (one + p * p * p * p * p * p);
        return T.Select(T.LessOrEqual(linear, 0f), 0f, T.Select(T.LessOrEqual(one, linear), one, enhanced));
    }
}

/// <summary>Any gain and offset, by a power in double precision.</summary>
internal readonly struct PowerContrast(float gain, float offset) : IContrast, ILaneFunction
{
    private readonly float _gain = gain, _offset = offset;

    public T Enhance<T>(T linear) where T : struct, ILanes<T> => T.Map(linear, this);

    public float Invoke(float w) => w <= 0f ? 0f : w >= 1f ? 1f : 1f / (1f + (float)Math.Pow(_offset * (1f - w) / w, _gain));
}

/// <summary>The functions of one weight.</summary>
internal static class Contrast
{
    /// <summary>The weight that transmits, from the linear one.</summary>
    public static float Enhance(WtSigParams p, float linear)
    {
        if (p is { Gain: 1f, Off: 1f }) { return linear; }
        if (p is not { Gain: 6f, Off: 1f }) { return new PowerContrast(p.Gain, p.Off).Invoke(linear); }
        var enhanced = 0f;
        Lanes1.Store(new SixthPowerContrast().Enhance<Lanes1>(linear), ref enhanced, 0);
        return enhanced;
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
