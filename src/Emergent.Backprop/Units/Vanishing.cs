using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Takes values too small to matter to 0.</summary>
/// <remarks>
/// What shrinks by a share from trial to trial, and what saturated units send back, would end among the denormal numbers, which many processors take
/// a hundred times as long to multiply.
/// </remarks>
internal static class Vanishing
{
    /// <summary>Where |x| is below 10⁻³⁰, 0, else x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToZero<T>(T x) where T : struct, ILanes<T> => T.IfLess(T.Abs(x), 1e-30f, 0f, x);
}
