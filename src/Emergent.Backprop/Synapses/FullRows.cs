using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Delivers what units send through whole rows of weights, either way.</summary>
internal static class FullRows
{
    /// <summary>Adds to each element of <paramref name="target"/> the sum over units, ascending, of value × weight.</summary>
    /// <param name="units">The units that send, and what.</param>
    /// <param name="rows">A row of weights for each unit of the sending side, [units, stride].</param>
    /// <param name="stride">The distance of two rows: their length with its padding.</param>
    /// <param name="target">The first sum; there are as many as the stride says.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(NonzeroUnits units, ref float rows, int stride, ref float target)
    {
        var indices = units.Units;
        var values = units.Values;
        for (var k = 0; k < indices.Length; k += 4)
        {
            // Where fewer than four are left, the last goes again with nothing to send.
            var left = indices.Length - k;
            int second = left > 1 ? k + 1 : k, third = left > 2 ? k + 2 : second, fourth = left > 3 ? k + 3 : third;
            var kernel = new RowsKernel(
                values[k], left > 1 ? values[second] : 0f, left > 2 ? values[third] : 0f, left > 3 ? values[fourth] : 0f,
                ref Unsafe.Add(ref rows, indices[k] * stride), ref Unsafe.Add(ref rows, indices[second] * stride),
                ref Unsafe.Add(ref rows, indices[third] * stride), ref Unsafe.Add(ref rows, indices[fourth] * stride), ref target);
            Kernel.Run(in kernel, 0, stride);
        }
    }
}
