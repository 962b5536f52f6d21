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
        var factor = (GainCorRange - x / NVar) / GainCorRange;
        T gain = Gain;
        return XX1(T.Select(T.LessThan(factor, 0f), gain, gain * (1f - GainCor * factor)) * x);
    }

    /// <summary><see cref="GainCorrected{T}"/> of one value.</summary>
    public float GainCorrected(float x) => Scalar(GainCorrected<Lanes1>(x));

    /// <summary>The function itself: f(x) of the drive x above threshold.</summary>
    /// <remarks>Most groups of units are all silent or all active, so a part that no lane is in is not computed: divisions are its price.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T NoisyXX1<T>(T x) where T : struct, ILanes<T>
    {
        var isNegative = T.LessThan(x, 0f);
        var exponent = 0f - x * SigGainNVar;
        var isBelow = isNegative & T.LessOrEqual(exponent, 50f);   // further below it is 0
        T result = 0f;
        if (T.Bits(isBelow) != 0)
        {
            result = T.Select(isBelow, SigMultEff / (LaneMath.FastExp(exponent) + 1f), result);
        }
        if (T.Bits(isNegative) != (1u << T.Count) - 1)   // not: where x ≥ 0, or a NaN would be taken for silence
        {
            var between = SigValAt0 + (1f - (InterpRange - x) / InterpRange) * InterpVal;
            var above = T.Select(T.LessThan(x, InterpRange), between, GainCorrected(x));
            result = T.Select(isNegative, result, above);
        }
        return result;
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
