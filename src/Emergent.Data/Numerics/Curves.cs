namespace Emergent.Data;

/// <summary>Functions by which fields, weights and responses fall off or saturate.</summary>
/// <remarks>
/// In float with the reference's approximation of e^x (relative error up to 6·10⁻⁶), so that they have the same bits everywhere.
/// Source: emergent efuns.
/// </remarks>
public static class Curves
{
    private const float RootTwoPi = 2.5066283f;
    private const float LargestExponent = 88;   // FastExp has no meaning above; the true result is below 10⁻³⁸

    /// <summary>exp(−½ (x/σ)²): 1 at 0, 0 far from it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">σ is not above 0.</exception>
    public static float Gaussian(float x, float sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        x /= sigma;
        return LaneMath.FastExp(-0.5f * x * x);
    }

    /// <summary>exp(−½ ((x² + y²)/σ²)): a round Gaussian, 1 at the origin.</summary>
    /// <exception cref="ArgumentOutOfRangeException">σ is not above 0.</exception>
    public static float Gaussian(float x, float y, float sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        x /= sigma;
        y /= sigma;
        return LaneMath.FastExp(-0.5f * (x * x + y * y));
    }

    /// <summary>exp(−½ (x/σ)²) / (σ √2π): the density of the normal distribution, with area 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">σ is not above 0.</exception>
    public static float NormalDensity(float x, float sigma) => Gaussian(x, sigma) / (sigma * RootTwoPi);

    /// <summary>exp(−½ ((x² + y²)/σ²)) / (2π σ²): the density of the round normal distribution, with volume 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">σ is not above 0.</exception>
    public static float NormalDensity(float x, float y, float sigma) => Gaussian(x, y, sigma) / (sigma * sigma * (2 * MathF.PI));

    /// <summary>1 / (1 + exp(−gain (x − middle))): from 0 to 1, ½ at the middle, where the slope is gain/4.</summary>
    public static float Logistic(float x, float gain = 1, float middle = 0)
    {
        var exponent = -gain * (x - middle);
        return exponent > LargestExponent ? 0 : 1 / (1 + LaneMath.FastExp(exponent));
    }
}
