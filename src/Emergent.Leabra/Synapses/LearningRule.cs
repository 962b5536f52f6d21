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

    /// <summary>The step that a raw change becomes: normalized by Norm ← max(decayed Norm, |dwt|), with Moment ← decayed Moment + dwt, times the learning rate.</summary>
    /// <param name="p">Which of them are on.</param>
    /// <param name="dwt">The raw change of a row's synapses from <paramref name="i"/> on.</param>
    /// <param name="decayedNorm">The row's Norm, decayed.</param>
    /// <param name="largest">The largest Norm of the row so far, by lanes; kept.</param>
    /// <param name="moment">Where the row's moments begin; kept.</param>
    /// <param name="i">The place within the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Step<T>(in LearnConstants p, T dwt, float decayedNorm, ref float largest, ref float moment, nuint i) where T : struct, ILanes<T>
    {
        T factor = 1f;
        if (p.Norm)
        {
            var norm = T.Max(decayedNorm, T.Abs(dwt));
            factor = NormFactor(in p, norm);
            T.Store(T.Max(T.Load(ref largest, 0), norm), ref largest, 0);
        }
        if (p.Momentum)
        {
            var kept = p.MomentDecay.Of(T.Load(ref moment, i)) + dwt;
            T.Store(kept, ref moment, i);
            dwt = p.MomentLrComp.Of(kept) * factor;
        }
        else { dwt *= factor; }
        return dwt * p.Lrate;
    }
}
