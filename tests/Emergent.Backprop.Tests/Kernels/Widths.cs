using Emergent.Data;

namespace Emergent.Backprop.Tests;

/// <summary>Tests that set the width of all kernels of the process; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class WidthsCollection
{
    public const string Name = "Widths of kernels";
}

/// <summary>Compares what a computation gives at every width of vectors.</summary>
internal static class Widths
{
    /// <summary>More than four of the widest vectors, and every tail.</summary>
    public static IEnumerable<int> Sizes => Enumerable.Range(0, 68);

    /// <summary>Fails where a width gives other bits than one lane does.</summary>
    public static void AssertSameBits(string what, Func<float[]> compute)
    {
        var scalar = At(1, compute);
        foreach (var lanes in (int[])[4, 8, 16])
        {
            var wide = At(lanes, compute);
            for (var i = 0; i < scalar.Length; i++)
            {
                Assert.True(BitConverter.SingleToUInt32Bits(scalar[i]) == BitConverter.SingleToUInt32Bits(wide[i]), $"{what}, {lanes} lanes: value {i} is {wide[i]:R}, with one lane {scalar[i]:R}");
            }
        }
    }

    private static float[] At(int lanes, Func<float[]> compute)
    {
        var before = Kernel.MaxLanes;
        Kernel.MaxLanes = lanes;
        try { return compute(); }
        finally { Kernel.MaxLanes = before; }
    }
}
