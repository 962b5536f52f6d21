using Emergent.Data;

namespace Emergent.Leabra.Tests;

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

/// <summary>Columns of numbers such as kernels meet: mostly within −0.2…1.2, some 0, some of the thresholds, some very small.</summary>
internal static class Numbers
{
    private static readonly float[] Special = [0f, -0f, 0.01f, 0.1f, 0.5f, 0.95f, 1f, 1e-20f, 1e-40f, -1e-6f];

    public static AlignedFloats Column(int length, ulong stream)
    {
        var column = new AlignedFloats(length);
        var random = new CounterRandom(1, 0, stream);
        foreach (ref var value in column.Span)
        {
            value = random.NextInt(4) == 0 ? Special[random.NextInt(Special.Length)] : -0.2f + 1.4f * (float)random.NextDouble();
        }
        return column;
    }

    /// <summary>The variables of units, each a column of its own numbers.</summary>
    public static NeuronState Units(int length, out AlignedFloats[] columns)
    {
        var made = new AlignedFloats[NeuronVariables.All.Count];
        for (var v = 0; v < made.Length; v++) { made[v] = Column(length, (ulong)v); }
        columns = made;
        return new NeuronState(v => made[v]);
    }
}
