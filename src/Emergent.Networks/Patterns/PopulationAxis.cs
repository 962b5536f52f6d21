using Emergent.Data;

namespace Emergent.Networks;

/// <summary>One dimension of a population code: evenly spaced tuning centres from one end of the range to the other.</summary>
/// <remarks>In float, in the order of the reference, so that patterns are the same bits. Source: emergent popcode, OneD and TwoD.</remarks>
internal readonly struct PopulationAxis(float min, float max, float sigma, int units)
{
    private readonly float _gain = 1f / ((max - min) * sigma);

    public float Range { get; } = max - min;

    public int Units { get; } = units;

    /// <summary>How far apart two neighbouring centres are.</summary>
    public float Spacing { get; } = (max - min) / (units - 1);

    /// <summary>How near to an end of the range a value has to be for its bump to reach beyond.</summary>
    public float Reach => sigma * Range;

    public float Centre(int unit) => min + Spacing * unit;

    public float Clip(float value) => value < min ? min : value > max ? max : value;

    /// <summary>The distance of a unit's centre from a value, in widths of the bump.</summary>
    public float Distance(int unit, float value) => _gain * (Centre(unit) - value);

    /// <summary>Whether a unit's centre is no further from a value than its neighbour's is from its own.</summary>
    public bool IsBeside(int unit, float value) => MathF.Abs(Centre(unit) - value) <= Spacing;

    /// <summary>What a unit answers to a value where only the two beside it do.</summary>
    public float Share(int unit, float value) => IsBeside(unit, value) ? 1 - MathF.Abs(Centre(unit) - value) / Spacing : 0;

    /// <summary>Whether a unit lies so near to an end that it answers to values beyond the other end.</summary>
    public bool IsNearStart(int unit) => Centre(unit) - min < Reach;

    public bool IsNearEnd(int unit) => max - Centre(unit) < Reach;

    /// <summary>Checks the parameters and the number of units.</summary>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    /// <exception cref="ArgumentException">There are fewer than two units.</exception>
    public static PopulationAxis Of(string what, float min, float max, float sigma, int units)
    {
        if (!(float.IsFinite(min) && float.IsFinite(max) && min < max))
        {
            throw new EmergentException($"{what} has Min {GoFormat.Shortest(min)} and Max {GoFormat.Shortest(max)}; Min has to be below Max, and both finite.");
        }
        if (!(sigma > 0 && float.IsFinite(sigma)))
        {
            throw new EmergentException($"{what} has Sigma {GoFormat.Shortest(sigma)}; it is a width above 0, as a part of the range from Min to Max.");
        }
        if (units < 2)
        {
            throw new ArgumentException($"{what} needs at least two units, for a value lies between two; there {(units == 1 ? "is 1" : $"are {units}")}.");
        }
        return new(min, max, sigma, units);
    }
}
