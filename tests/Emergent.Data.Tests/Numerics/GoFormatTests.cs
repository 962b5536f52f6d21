using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class GoFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(0.000012345, "1.2345e-05")]
    [InlineData(12.5, "12.5")]
    [InlineData(100000, "100000")]
    [InlineData(123456, "123456")]
    [InlineData(1000000, "1e+06")]
    [InlineData(1234567, "1.234567e+06")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(1e23, "1e+23")]
    [InlineData(1e100, "1e+100")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(18.352999999999998, "18.352999999999998")]
    [InlineData(4.842251601602012e-06, "4.842251601602012e-06")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void Shortest_double_is_as_Go_writes_it(double value, string expected) => Assert.Equal(expected, GoFormat.Shortest(value));

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.33333334f, "0.33333334")]
    [InlineData(16777216f, "1.6777216e+07")]
    [InlineData(999999f, "999999")]
    [InlineData(1e-45f, "1e-45")]
    [InlineData(3.4028235e38f, "3.4028235e+38")]
    [InlineData(-0f, "-0")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Inf")]
    public void Shortest_float_is_as_Go_writes_it(float value, string expected) => Assert.Equal(expected, GoFormat.Shortest(value));

    [Theory]
    [InlineData(0, 4, "0")]
    [InlineData(3.14159, 4, "3.142")]
    [InlineData(1234, 4, "1234")]
    [InlineData(12345, 4, "1.234e+04")]   // a tie goes to the even digit
    [InlineData(12355, 4, "1.236e+04")]
    [InlineData(12346, 4, "1.235e+04")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(2.5, 1, "2")]
    [InlineData(9.9996, 4, "10")]
    [InlineData(99996, 4, "1e+05")]
    [InlineData(0.00012345, 3, "0.000123")]
    [InlineData(0.000012345, 3, "1.23e-05")]
    [InlineData(100, 8, "100")]
    [InlineData(1000000, 8, "1000000")]
    [InlineData(100000000, 8, "1e+08")]
    [InlineData(0.1, 20, "0.10000000000000000555")]
    [InlineData(double.PositiveInfinity, 4, "+Inf")]
    public void Significant_digits_are_as_Go_writes_them(double value, int digits, string expected) => Assert.Equal(expected, GoFormat.Significant(value, digits));

    [Fact]
    public void Shortest_text_reads_back_as_the_same_bits()
    {
        var random = new CounterRandom(1, 0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var f = BitConverter.UInt32BitsToSingle(random.NextBits());
            if (float.IsFinite(f)) { Assert.Equal(f, float.Parse(GoFormat.Shortest(f), CultureInfo.InvariantCulture)); }
            var d = BitConverter.UInt64BitsToDouble(((ulong)random.NextBits() << 32) | random.NextBits());
            if (double.IsFinite(d)) { Assert.Equal(d, double.Parse(GoFormat.Shortest(d), CultureInfo.InvariantCulture)); }
        }
    }

    [Fact]
    public void Fewer_than_one_digit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => GoFormat.Significant(1, 0));

    [Fact]
    public void Significant_digits_are_within_half_a_unit_of_the_last_and_stay_as_they_are() => Prop.ForAll(
        (from mantissa in Gen.Choose(-999_999_999, 999_999_999) from power in Gen.Choose(-30, 30) from digits in Gen.Choose(1, 12) select (mantissa * Math.Pow(10, power), digits)).ToArbitrary(),
        ((double Value, int Digits) given) =>
        {
            var text = GoFormat.Significant(given.Value, given.Digits);
            var read = double.Parse(text, CultureInfo.InvariantCulture);
            var unit = given.Value == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(given.Value))) - given.Digits + 1);
            return Math.Abs(read - given.Value) <= 0.5 * unit * (1 + 1e-9) + 1e-15 * Math.Abs(given.Value) && GoFormat.Significant(read, given.Digits) == text;
        }).Check(GoldenRows.Fixed);
}
