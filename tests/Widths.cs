using Emergent.Data;

namespace Emergent.Tests;

/// <summary>Tests that set the width of all kernels of the process; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class WidthsCollection
{
    public const string Name = "Widths of kernels";
}

/// <summary>Compares what a computation gives at every width of vectors.</summary>
internal static class Widths
{
    private const int LargestSize = 67;   // more than four of the widest vectors, and every tail

    public static IEnumerable<int> Sizes => Enumerable.Range(0, LargestSize + 1);

    /// <summary>Fails where a width gives other bits than one lane does.</summary>
    public static void AssertSameBits(string what, Func<float[]> compute)
    {
        var scalar = At(1, compute);
        foreach (var lanes in (int[])[4, 8, 16])
        {
            var wide = At(lanes, compute);
            for (var i = 0; i < scalar.Length; i++)
            {
                Assert.True(IsSame(scalar[i], wide[i]), $"{what}, {lanes} lanes: value {i} is {wide[i]:R}, with one lane {scalar[i]:R}");
            }
        }
    }

    public static bool IsSame(float a, float b) => BitConverter.SingleToUInt32Bits(a) == BitConverter.SingleToUInt32Bits(b);

    private static float[] At(int lanes, Func<float[]> compute)
    {
        var before = Kernel.MaxLanes;
        Kernel.MaxLanes = lanes;
        try { return compute(); }
        finally { Kernel.MaxLanes = before; }
    }
}
