namespace Emergent.Data;

/// <summary>Places along a direction of a sheet or an image, and what is beyond its ends: cut off, or continued at the opposite end.</summary>
/// <remarks>Source: emergent edge; there a place more than one size beyond the beginning stays outside, here it comes round as often as it must.</remarks>
public static class Edges
{
    /// <summary>Whether a place lies within a direction of this size: 0 … size − 1.</summary>
    public static bool IsWithin(long place, int size) => place >= 0 && place < Checked(size);

    /// <summary>The place that one beyond the ends comes round to: −1 is the last, size is the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above 0.</exception>
    public static int Wrap(long place, int size) => (int)((place % Checked(size) + size) % size);

    /// <summary>The place nearest to one that may lie beyond the ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above 0.</exception>
    public static int Clip(long place, int size) => (int)Math.Clamp(place, 0L, Checked(size) - 1L);

    /// <summary>The image of a place, here or one size further in either direction, that is nearest to a centre.</summary>
    public static float NearestImage(float place, float size, float centre)
    {
        var distance = MathF.Abs(place - centre);
        if (MathF.Abs(place + size - centre) < distance) { return place + size; }
        return MathF.Abs(place - size - centre) < distance ? place - size : place;
    }

    /// <summary>The distance of two places, around the ends where that is shorter.</summary>
    public static float WrappedDistance(float a, float b, float size) => MathF.Abs(NearestImage(a, size, b) - b);

    private static int Checked(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return size;
    }
}
