namespace Emergent.Data.Tests;

/// <summary>Operations on lanes that processors do in ways of their own are the same at every width.</summary>
public class LanesTests
{
    [Fact]
    public void Upper_half_of_a_product_is_that_of_whole_numbers()
    {
        UpperHalves<Lanes1>();
        UpperHalves<Lanes4>();
        UpperHalves<Lanes8>();
        UpperHalves<Lanes16>();
    }

    private static void UpperHalves<T>() where T : struct, ILanes<T>
    {
        Span<float> found = stackalloc float[T.Count];
        int[] some = [0, 1, 2, 255, 256, 3537, 13668, 17205, 32767, 32768, 40000, 65534, 65535];
        foreach (var a in some)
        {
            foreach (var b in some)
            {
                var lanes = T.AddInt(T.LaneNumbers, a & ~15);   // so that lanes differ
                foreach (var product in (T[])[T.MultiplyHigh(lanes, b), T.MultiplyHigh(lanes, T.AddInt((T)0f, b))])
                {
                    T.Store(product, ref found[0], 0);
                    for (var lane = 0; lane < T.Count; lane++)
                    {
                        Assert.Equal((int)(((long)(a & ~15) + lane) * b >> 16), BitConverter.SingleToInt32Bits(found[lane]));
                    }
                }
            }
        }
    }
}
