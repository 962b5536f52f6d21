using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>e^x and tanh x of lanes in single precision, made of additions and multiplications only: the same bits at every width and on every machine.</summary>
/// <remarks>Relative error below 2e-7. Source: Moshier, Cephes mathematical library, expf and tanhf.</remarks>
internal static class Exponential
{
    private const float Round = 12582912f;           // 1.5 × 2²³: what is added to it is rounded to a whole number, which stands in the low bits
    private const int RoundBits = 0x4B400000;

    /// <summary>e^x; x beyond −87…88 is taken to be at that end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x) where T : struct, ILanes<T>
    {
        x = LaneMath.Clip<T>(x, -87f, 88f);
        var shifted = x * 1.44269504f + Round;
        var n = shifted - Round;                                 // x = n ln 2 + r
        var r = x - n * 0.693359375f - n * -2.12194440e-4f;      // ln 2 in two parts, the first of which has few bits, so that nothing is lost
        var p = r * 1.9875691500e-4f + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        p = p * (r * r) + r + 1f;
        return T.AddInt(p, T.MultiplyInt(T.AddInt(shifted, -RoundBits), 1 << 23));
    }

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var large = 1f - 2f / (Of(size + size) + 1f);
        var z = x * x;
        var p = z * -5.70498872745e-3f + 2.06390887954e-2f;
        p = p * z + -5.37397155531e-2f;
        p = p * z + 1.33314422036e-1f;
        p = p * z + -3.33332819422e-1f;
        var small = p * z * x + x;                               // where 1 − 2/(…) would lose what is small
        return T.IfLess(size, 0.625f, small, T.IfLess(x, 0f, 0f - large, large));
    }
}
