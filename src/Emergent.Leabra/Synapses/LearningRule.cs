using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The learning rule, from averages of sender and receiver to a change of weight.</summary>
/// <remarks>
/// dwt = f(s s', AvgL') LLrn' + f(s s', m m') MLrn, normalized and with momentum; see <see cref="XCalParams"/>,
/// <see cref="DWtNormParams"/> and <see cref="MomentumParams"/>. Source: emergent leabra, learn.go and prjn.go, DWt.
/// </remarks>
internal static class LearningRule
{
    /// <summary>The check-mark function f(x, θ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T XCal<T>(in LearnConstants p, T x, T threshold) where T : struct, ILanes<T> =>
        T.IfLess(x, p.DThr, 0f, T.IfLess(threshold * p.DRev, x, x - threshold, x * p.DRevRatio));

    /// <summary>The raw change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Change<T>(in LearnConstants p, T shortProduct, T mediumProduct, T avgL, T lLrn) where T : struct, ILanes<T> =>
        XCal(in p, shortProduct, avgL) * lLrn + XCal(in p, shortProduct, mediumProduct) * p.MLrn;

    /// <summary>The factor that normalizes changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormFactor<T>(in LearnConstants p, T norm) where T : struct, ILanes<T> =>
        T.IfEqual(norm, 0f, 1f, p.NormLrComp / T.Max(norm, p.NormMin));
}
