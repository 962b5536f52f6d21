using Emergent.Data;
using FsCheck.Fluent;

namespace Emergent.Backprop.Tests;

public class ExponentialTests
{
    [Fact]
    public void Exponential_is_within_2e_7_of_the_true_one() =>
        Properties.ForAll(Gen.Choose(-860_000, 880_000).Select(i => i * 1e-4f), 2000, x =>
            Assert.InRange(Of(x, Exp) / Math.Exp(x) - 1, -2e-7, 2e-7));

    [Fact]
    public void Tanh_is_within_2e_7_of_the_true_one_and_odd() =>
        Properties.ForAll(Gen.Choose(1, 200_000).Select(i => i * 1e-4f), 2000, x =>
        {
            Assert.InRange(Of(x, Tanh) / Math.Tanh(x) - 1, -2e-7, 2e-7);
            Assert.Equal(-Of(x, Tanh), Of(-x, Tanh));
        });

    [Fact]
    public void Ends_are_finite_and_nothing_becomes_nothing()
    {
        Assert.Equal((1f, 0f), (Of(0f, Exp), Of(0f, Tanh)));
        Assert.Equal((Of(88f, Exp), Of(-87f, Exp)), (Of(float.PositiveInfinity, Exp), Of(float.NegativeInfinity, Exp)));
        Assert.Equal((1f, -1f), (Of(1000f, Tanh), Of(-1000f, Tanh)));
        Assert.Equal(1e-12f, Of(1e-12f, Tanh));
    }

    private static Lanes1 Exp(Lanes1 x) => Exponential.Of(x);

    private static Lanes1 Tanh(Lanes1 x) => Exponential.Tanh(x);

    private static float Of(float x, Func<Lanes1, Lanes1> function)
    {
        var result = 0f;
        Lanes1.Store(function(x), ref result, 0);
        return result;
    }
}
