namespace Emergent.Data;

/// <summary>Numbers that read well at an axis: 1, 2, 5 or 10 times a power of ten.</summary>
/// <remarks>Source: emergent etable, minmax.NiceRoundNumber.</remarks>
public static class NiceNumber
{
    /// <summary>The smallest nice number not below <paramref name="value"/>; 0 and what is not finite stay as they are.</summary>
    /// <remarks>Negative numbers are rounded away from 0: −3 gives −5.</remarks>
    public static double Above(double value) => Near(value, isAbove: true);

    /// <summary>The largest nice number not above <paramref name="value"/> in magnitude; 0 and what is not finite stay as they are.</summary>
    /// <remarks>Negative numbers are rounded towards 0: −3 gives −2.</remarks>
    public static double Below(double value) => Near(value, isAbove: false);

    /// <summary>The nice number next to a value on the side of larger ones: 3 gives 5, −3 gives −2.</summary>
    internal static double Outward(double value) => value >= 0 ? Above(value) : Below(value);

    private static double Near(double value, bool isAbove)
    {
        if (value == 0 || !double.IsFinite(value)) { return value; }
        var magnitude = Math.Abs(value);
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        // Candidates are parsed rather than multiplied, so that 0.3 and the like are the doubles that people write.
        double[] candidates = [Of(5, exponent - 1), Of(1, exponent), Of(2, exponent), Of(5, exponent), Of(1, exponent + 1), Of(2, exponent + 1)];
        var nice = isAbove ? candidates.First(c => c >= magnitude) : candidates.Last(c => c <= magnitude);
        return value < 0 ? -nice : nice;
    }

    private static double Of(int digit, int exponent) => double.Parse($"{digit}e{exponent}", System.Globalization.CultureInfo.InvariantCulture);
}
