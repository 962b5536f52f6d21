namespace Emergent.Data.Tests;

/// <summary>Multiplications that go round denormal numbers have the bits of multiplications.</summary>
public class RateTests
{
    private const int Tiny = 3000;   // multiples of the smallest number to try, and as many around the smallest normal one

    public static TheoryData<float> Factors => [0.1f, 0.15f, 0.25f, 0.3f, 1f / 3.3f, 0.5f, 0.51f, 0.6f, 0.75f, 0.9f, 0.999f, 1f, 0f, 1e-4f, 1.5f, -0.3f];

    [Theory, MemberData(nameof(Factors))]
    public void Rate_multiplies_to_the_same_bits(float factor)
    {
        var rate = new Rate(factor);
        foreach (var x in Numbers()) { AssertSame(x * factor, Scalar(rate.Of<Lanes1>(x)), x); }
    }

    [Theory, MemberData(nameof(Factors))]
    public void Decay_factor_multiplies_to_the_same_bits(float factor)
    {
        var decay = new DecayFactor(factor);
        foreach (var x in Numbers()) { AssertSame(x * factor, Scalar(decay.Of<Lanes1>(x)), x); }
    }

    [Theory, MemberData(nameof(Factors))]
    public void Step_goes_to_the_same_bits(float factor)
    {
        var rate = new Rate(factor);
        foreach (var x in Numbers())
        {
            foreach (var target in (float[])[0f, 1e-45f, -0.3f, 1f]) { AssertSame(x + factor * (target - x), Scalar(rate.Step<Lanes1>(x, target)), x); }
        }
    }

    /// <summary>The smallest numbers, those around the smallest normal one, and some others, of both signs.</summary>
    private static IEnumerable<float> Numbers()
    {
        var normal = BitConverter.SingleToInt32Bits(1.17549435e-38f);
        var bits = Enumerable.Range(0, Tiny).Concat(Enumerable.Range(normal - Tiny, 2 * Tiny));
        return bits.Select(BitConverter.Int32BitsToSingle).Concat([1e-20f, 0.1f, 0.7f, 1f, 3e8f]).SelectMany(x => (float[])[x, -x]);
    }

    /// <summary>Equal, where a zero is as good as the other.</summary>
    private static void AssertSame(float expected, float actual, float x)
    {
        if (expected != actual) { Assert.Fail($"{x:R}: {actual:R} instead of {expected:R}"); }
    }

    private static float Scalar(Lanes1 x)
    {
        var value = 0f;
        Lanes1.Store(x, ref value, 0);
        return value;
    }
}
