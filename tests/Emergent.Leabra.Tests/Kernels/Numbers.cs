using Emergent.Data;

namespace Emergent.Leabra.Tests;

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
