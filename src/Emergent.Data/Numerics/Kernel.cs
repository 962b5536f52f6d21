using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Emergent.Data;

/// <summary>One element-wise computation; <c>Invoke</c> does <c>T.Count</c> elements from <c>i</c> on.</summary>
internal interface IKernel
{
    void Invoke<T>(nuint i) where T : struct, ILanes<T>;
}

/// <summary>A computation over a range that goes through it in a way of its own, by groups of lanes.</summary>
internal interface IRangeKernel
{
    void Invoke<T>(nuint start, nuint end) where T : struct, ILanes<T>;
}

/// <summary>Runs kernels at the widest vectors that the machine has.</summary>
internal static class Kernel
{
    /// <summary>The widest group of lanes to use; tests lower it to compare the widths.</summary>
    public static int MaxLanes { get; set; } = 16;

    /// <summary>The widest group of lanes that this machine runs.</summary>
    public static int MachineLanes =>
        Math.Min(MaxLanes, Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1);

    /// <summary>Whether the machine has fused multiply-add instructions; without them they are correct and very slow.</summary>
    public static bool MachineFuses => Fma.IsSupported || AdvSimd.IsSupported;

    /// <summary>Runs <paramref name="kernel"/> over the elements from <paramref name="start"/> on; the tail is the same body on fewer lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TKernel>(in TKernel kernel, int start, int count) where TKernel : struct, IKernel, allows ref struct
    {
        nuint i = (nuint)start, end = i + (nuint)count;
        if (Vector512.IsHardwareAccelerated && MaxLanes >= 16 && end - i >= 16) { i = Loop<TKernel, Lanes16>(in kernel, i, end); }
        if (Vector256.IsHardwareAccelerated && MaxLanes >= 8 && end - i >= 8) { i = Loop<TKernel, Lanes8>(in kernel, i, end); }
        if (Vector128.IsHardwareAccelerated && MaxLanes >= 4 && end - i >= 4) { i = Loop<TKernel, Lanes4>(in kernel, i, end); }
        if (i < end) { Loop<TKernel, Lanes1>(in kernel, i, end); }
    }

    /// <summary>Runs <paramref name="kernel"/> over whole cache lines, which any number of lanes divides.</summary>
    /// <remarks>By reference: a copy, in pieces larger than those that were just written, would wait for all of them (a tenth of the time of delivering 7 × 100 × 100 synapses; measured 2026-11, Intel Xeon).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunRange<TKernel>(ref TKernel kernel, int start, int count) where TKernel : struct, IRangeKernel, allows ref struct
    {
        nuint i = (nuint)start, end = i + (nuint)count;
        if (Vector512.IsHardwareAccelerated && MaxLanes >= 16) { Range<TKernel, Lanes16>(ref kernel, i, end); }
        else if (Vector256.IsHardwareAccelerated && MaxLanes >= 8) { Range<TKernel, Lanes8>(ref kernel, i, end); }
        else if (Vector128.IsHardwareAccelerated && MaxLanes >= 4) { Range<TKernel, Lanes4>(ref kernel, i, end); }
        else { Range<TKernel, Lanes1>(ref kernel, i, end); }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Range<TKernel, T>(ref TKernel kernel, nuint start, nuint end)
        where TKernel : struct, IRangeKernel, allows ref struct
        where T : struct, ILanes<T> => kernel.Invoke<T>(start, end);

    // One method for each width, never inlined into Run: with four bodies in one method the JIT stops
    // keeping the lanes in registers and the widest loop runs 9 times slower (measured 2026-11, .NET 10, x64).
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static nuint Loop<TKernel, T>(in TKernel kernel, nuint i, nuint end)
        where TKernel : struct, IKernel, allows ref struct
        where T : struct, ILanes<T>
    {
        var own = kernel;
        for (; i + (nuint)T.Count <= end; i += (nuint)T.Count) { own.Invoke<T>(i); }
        return i;
    }
}
