using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class CurvesTests
{
    [Fact]
    public void Curves_are_those_of_the_reference()
    {
        var rows = GoldenData.Table("f/efuns.tsv");
        Assert.Equal(41, rows.Count);
        foreach (var row in rows)
        {
            var x = float.Parse(row["x"]);
            Assert.Equal(float.Parse(row["Gauss1DNoNorm"]), Curves.Gaussian(x, float.Parse(row["sig"])), GoldenRows.Tolerance);
            Assert.Equal(float.Parse(row["Logistic_g5_off0.5"]), Curves.Logistic(x, 5, 0.5f), GoldenRows.Tolerance);
        }
    }

    [Fact]
    public void Densities_have_area_and_volume_1()
    {
        const float Step = 0.05f;
        var grid = Enumerable.Range(-120, 241).Select(i => i * Step).ToArray();
        Assert.Equal(1, grid.Sum(x => Curves.NormalDensity(x, 0.7f)) * Step, 1e-4);
        Assert.Equal(1, grid.Sum(x => grid.Sum(y => Curves.NormalDensity(x, y, 0.7f))) * Step * Step, 1e-4);
    }

    [Fact]
    public void A_round_gaussian_is_the_product_of_two()
    {
        Assert.Equal(Curves.Gaussian(0.3f, 0.5f) * Curves.Gaussian(-0.4f, 0.5f), Curves.Gaussian(0.3f, -0.4f, 0.5f), 1e-5);
        Assert.Equal(1, Curves.Gaussian(0, 0, 0.5f));
    }

    [Fact]
    public void Logistic_is_a_half_in_the_middle_and_saturates()
    {
        Assert.Equal(0.5f, Curves.Logistic(0.5f, 5, 0.5f), 1e-5f);
        Assert.Equal((0f, 1f), (Curves.Logistic(-1000), Curves.Logistic(1000)));
    }

    [Fact]
    public void A_width_of_0_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Curves.Gaussian(1, 0));

    [Fact]
    public void Curves_are_symmetric_and_do_not_turn_back() => Prop.ForAll(Gen.Choose(-4000, 4000).ToArbitrary(), Gen.Choose(1, 400).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), (at, step, width) =>
    {
        float x = at / 1000f, further = x + step / 100f, sigma = width / 100f, gain = width / 20f;
        const float Error = 1e-5f;   // of emergent's fast e^x
        return MathF.Abs(Curves.Gaussian(x, sigma) - Curves.Gaussian(-x, sigma)) <= Error && Curves.Gaussian(x, sigma) is >= 0 and <= 1
            && Curves.Gaussian(MathF.Abs(x) + step / 100f, sigma) <= Curves.Gaussian(x, sigma) + Error
            && Curves.Logistic(further, gain) >= Curves.Logistic(x, gain) - Error && MathF.Abs(Curves.Logistic(x, gain) + Curves.Logistic(-x, gain) - 1) <= Error;
    }).Check(GoldenRows.Fixed);
}
