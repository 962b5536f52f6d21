using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The activation function with the constants that follow from its parameters.</summary>
/// <remarks>See <see cref="XX1Params"/>. Source: emergent leabra, nxx1.go.</remarks>
internal readonly struct XX1Function
{
    public readonly float Thr, Gain, NVar, GainCor, GainCorRange, InterpRange;
    public readonly float NegSigGainNVar, SigMultEff, SigValAt0, InterpVal;
    private readonly ConstantDivisor _nVar, _gainCorRange, _interpRange;

    public XX1Function(XX1Params p) : this(p, p.Gain) { }

    /// <summary>The function with a gain in place of its parameters'.</summary>
    public XX1Function(XX1Params p, float gain)
    {
        (Thr, Gain, NVar, GainCor, GainCorRange, InterpRange) = (p.Thr, gain, p.NVar, p.GainCor, p.GainCorRange, p.InterpRange);
        (_nVar, _gainCorRange, _interpRange) = (new(p.NVar), new(p.GainCorRange), new(p.InterpRange));
        NegSigGainNVar = -(p.SigGain / p.NVar);
        SigMultEff = p.SigMult * (float)Math.Pow(gain * p.NVar, p.SigMultPow);
        SigValAt0 = 0.5f * SigMultEff;
        InterpVal = GainCorrected(p.InterpRange) - SigValAt0;
    }

    /// <summary>x / (x + 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T XX1<T>(T x) where T : struct, ILanes<T> => x / (x + 1f);

    /// <summary>XX1 with a gain that is lowered for small x, as convolution with noise would.</summary>
    public float GainCorrected(float x) => Scalar(XX1(Gained<Lanes1>(x)));

    /// <summary>x times its gain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Gained<T>(T x) where T : struct, ILanes<T>
    {
        var factor = _gainCorRange.Divide(GainCorRange - _nVar.Divide(x));
        return x * T.IfLess(factor, 0f, Gain, (1f - factor * GainCor) * Gain);
    }

    /// <summary>The function itself: f(x) of the drive x above threshold.</summary>
    /// <remarks>
    /// A sigmoid below 0, x/(x + 1) above, and between 0 and InterpRange a line from one to the other. Both curves end in a division, which is
    /// their price: each lane has its own numerator and denominator, and one division serves all. Parts that no lane is in are left out.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T NoisyXX1<T>(T x) where T : struct, ILanes<T>
    {
        var exponent = x * NegSigGainNVar;
        if (T.AllLess(50f, exponent)) { return 0f; }   // so far below that the sigmoid is taken for 0
        T numerator = SigMultEff;
        var above = LaneMath.FastExpInRange(exponent);   // of exponents in 0…50; what it gives beyond is not used
        if (T.AllLess(x, 0f)) { return T.IfLess(50f, exponent, 0f, numerator / (above + 1f)); }

        // Here are lanes where x ≥ 0, or NaN, which must not be taken for silence.
        var gained = Gained(x);
        var quotient = T.IfLess(x, 0f, numerator, gained) / (T.IfLess(x, 0f, above, gained) + 1f);
        var between = SigValAt0 + (1f - _interpRange.Divide(InterpRange - x)) * InterpVal;
        quotient = T.IfLess(x, InterpRange, T.IfLess(x, 0f, quotient, between), quotient);
        return T.IfLess(50f, exponent, 0f, quotient);
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
