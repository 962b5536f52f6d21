namespace Emergent.Data.Tests;

public class LargestTests
{
    [Fact]
    public void Largest_is_the_first_of_equals_at_every_size()
    {
        for (var size = 1; size < 70; size++)
        {
            for (var largest = 0; largest < size; largest++)
            {
                var values = new float[size];
                Array.Fill(values, -2f);
                for (var i = largest; i < size; i += 3) { values[i] = 0.5f; }
                Assert.Equal((0.5f, largest), Largest.Of(values));
            }
        }
    }

    [Fact]
    public void Nothing_is_larger_than_nothing()
    {
        Assert.Equal((-float.MaxValue, -1), Largest.Of([]));
        Assert.Equal((-float.MaxValue, -1), Largest.Of([float.NaN, float.NegativeInfinity, float.NaN, float.NaN, float.NaN]));
    }

    [Fact]
    public void NaN_is_passed_over()
    {
        var values = Enumerable.Repeat(float.NaN, 40).ToArray();
        values[33] = -4f;
        Assert.Equal((-4f, 33), Largest.Of(values));
    }

    [Fact]
    public void First_of_two_zeros_keeps_its_sign()
    {
        var values = new float[20];
        Array.Fill(values, -1f);
        (values[3], values[17]) = (-0f, 0f);
        var (value, index) = Largest.Of(values);
        Assert.Equal((3, true), (index, float.IsNegative(value)));
    }
}
