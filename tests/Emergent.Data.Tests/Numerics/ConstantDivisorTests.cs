namespace Emergent.Data.Tests;

public class ConstantDivisorTests
{
    /// <summary>The constants that kernels divide by, of which most have a reciprocal near enough, and some that have none.</summary>
    public static TheoryData<float> Divisors => [0.005f, 0.01f, 10f, -0.5f, 100f, 3f, 0.7f, 1.9999999f, -0.33f, 1e-3f];

    [Theory, MemberData(nameof(Divisors))]
    public void Every_mantissa_is_divided_to_the_bits_of_a_division(float divisor)
    {
        var by = new ConstantDivisor(divisor);
        for (var mantissa = 0; mantissa < 1 << 23; mantissa++)
        {
            var x = BitConverter.Int32BitsToSingle(0x3F800000 | mantissa);
            if (Quotient(by, x) != x / divisor) { Assert.Fail($"{x:R} / {divisor:R} is {x / divisor:R}, not {Quotient(by, x):R}"); }
        }
    }

    [Theory]
    [InlineData(0f), InlineData(1e-20f), InlineData(-3f), InlineData(7e30f), InlineData(-1.9999999e-12f)]
    public void Numbers_of_other_sizes_and_signs_too(float x)
    {
        foreach (var divisor in (float[])[0.005f, 10f, -0.5f, 3f])
        {
            Assert.Equal(BitConverter.SingleToInt32Bits(x / divisor), BitConverter.SingleToInt32Bits(Quotient(new ConstantDivisor(divisor), x)));
        }
    }

    private static float Quotient(ConstantDivisor by, float x)
    {
        var value = 0f;
        Lanes1.Store(by.Divide<Lanes1>(x), ref value, 0);
        return value;
    }
}
