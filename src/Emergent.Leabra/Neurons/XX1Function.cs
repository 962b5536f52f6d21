using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The activation function with the constants that follow from its parameters.</summary>
/// <remarks>See <see cref="XX1Params"/>. Source: emergent leabra, nxx1.go.</remarks>
internal readonly struct XX1Function
{
    public readonly float Thr, Gain, NVar, GainCor, GainCorRange, InterpRange;
    public readonly float SigGainNVar, SigMultEff, SigValAt0, InterpVal;

    public XX1Function(XX1Params p)
    {
        (Thr, Gain, NVar, GainCor, GainCorRange, InterpRange) = (p.Thr, p.Gain, p.NVar, p.GainCor, p.GainCorRange, p.InterpRange);
        SigGainNVar = p.SigGain / p.NVar;
        SigMultEff = p.SigMult * (float)Math.Pow(p.Gain * p.NVar, p.SigMultPow);
        SigValAt0 = 0.5f * SigMultEff;
        InterpVal = GainCorrected(p.InterpRange) - SigValAt0;
    }

    /// <summary>x / (x + 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T XX1<T>(T x) where T : struct, ILanes<T> => x / (x + 1f);

    /// <summary>XX1 with a gain that is lowered for small x, as convolution with noise would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T GainCorrected<T>(T x) where T : struct, ILanes<T>
    {
        var factor = ((T)GainCorRange - x / NVar) / GainCorRange;
        T gain = Gain;
        return XX1(T.Select(T.LessThan(factor, 0f), gain, gain * ((T)1f - (T)GainCor * factor)) * x);
    }

    /// <summary><see cref="GainCorrected{T}"/> of one value.</summary>
    public float GainCorrected(float x) => Scalar(GainCorrected<Lanes1>(x));

    /// <summary>The function itself: f(x) of the drive x above threshold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T NoisyXX1<T>(T x) where T : struct, ILanes<T>
    {
        // Below threshold: a sigmoid, 0 where it would be less than e⁻⁵⁰.
        var exponent = (T)0f - x * SigGainNVar;
        var below = T.Select(T.LessThan(50f, exponent), 0f, (T)SigMultEff / ((T)1f + LaneMath.FastExp(LaneMath.Min<T>(exponent, 50f))));
        var between = (T)SigValAt0 + ((T)1f - ((T)InterpRange - x) / InterpRange) * InterpVal;
        return T.Select(T.LessThan(x, 0f), below, T.Select(T.LessThan(x, InterpRange), between, GainCorrected(x)));
    }

    /// <summary><see cref="NoisyXX1{T}"/> of one value.</summary>
    public float NoisyXX1(float x) => Scalar(NoisyXX1<Lanes1>(x));

    private static float Scalar(Lanes1 x)
    {
        var value = 0f;
        Lanes1.Store(x, ref value, 0);
        return value;
    }
}
