using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Turns a number into the activity of many units, each tuned to a value of its own, and back.</summary>
/// <remarks>
/// n units have the centres t_i = Min + i·(Max − Min)/(n − 1). A bump is a_i = exp(−((t_i − v)/(Sigma·(Max − Min)))²), in 0 … 1; the number is read back as
/// Σ t_i a_i / max(Σ a_i, MinSum) over units of at least Thr. Values near the ends are read as nearer to the middle than they are, since the bump is cut off there:
/// let the range go further than the values do, as the defaults do for 0 … 1.
/// Source: emergent popcode, OneD.
/// </remarks>
public class PopulationCode
{
    /// <summary>What units answer to values that are not quite their own.</summary>
    public TuningCurve Code { get; set; } = TuningCurve.GaussBump;

    /// <summary>The value that the first unit is tuned to.</summary>
    public float Min { get; set; } = -0.5f;   // half beyond 0 … 1, so that bumps at 0 and 1 are whole

    /// <summary>The value that the last unit is tuned to.</summary>
    public float Max { get; set; } = 1.5f;

    /// <summary>The width of a bump, as a part of the range from Min to Max.</summary>
    public float Sigma { get; set; } = 0.2f;   // several units answer even where there are only five

    /// <summary>Whether values beyond the range are taken as its nearest end.</summary>
    public bool Clip { get; set; } = true;

    /// <summary>Activity below this does not count when a value is read.</summary>
    public float Thr { get; set; } = 0.1f;   // leaves out the noise of units that hardly answer

    /// <summary>The least that the sum of activity is taken for when a value is read; it keeps weak patterns from giving great values.</summary>
    public float MinSum { get; set; } = 0.2f;

    /// <summary>What it is called in errors.</summary>
    private protected virtual string What => "A population code";

    /// <summary>The value that each of <paramref name="units"/> units is tuned to.</summary>
    /// <exception cref="ArgumentException">There are fewer than two units.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public float[] Values(int units)
    {
        var axis = Axis(units);
        return [.. Enumerable.Range(0, units).Select(axis.Centre)];
    }

    /// <summary>The pattern of <paramref name="units"/> units that stands for a value.</summary>
    /// <inheritdoc cref="Encode(Span{float}, float, bool)"/>
    public float[] Encode(float value, int units)
    {
        var axis = Axis(units);
        var pattern = new float[axis.Units];
        Encode(pattern, value);
        return pattern;
    }

    /// <summary>Sets units to the pattern that stands for a value, or adds it to what they have, so that a pattern can stand for several.</summary>
    /// <param name="pattern">The units.</param>
    /// <param name="value">The value; beyond Min … Max it is clipped, or encoded by what is left of its bump.</param>
    /// <param name="add">Whether the pattern is added to what is there.</param>
    /// <exception cref="ArgumentException">There are fewer than two units, or the value is not a finite number.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public virtual void Encode(Span<float> pattern, float value, bool add = false)
    {
        var axis = Axis(pattern.Length);
        CheckValue(value);
        Render(pattern, Clip ? axis.Clip(value) : value, in axis, add);
    }

    /// <summary>The value that a pattern stands for: the mean of what its units are tuned to, each weighted by its activity; 0 where all are silent.</summary>
    /// <exception cref="ArgumentException">There are fewer than two units.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public virtual float Decode(ReadOnlySpan<float> pattern)
    {
        var axis = Axis(pattern.Length);
        return Mean(pattern, 0, pattern.Length - 1, in axis);
    }

    /// <summary>The values that a pattern stands for at once, that of the highest peak first.</summary>
    /// <remarks>
    /// A peak is where the mean of a unit and <paramref name="width"/> neighbours on each side is higher than one unit further; its value is read from these units alone.
    /// The reference takes the units of the highest means of neighbours of at least Thr, even where two belong to one peak; where no neighbour is, the mean is 0/0 and its sort
    /// is led astray by NaN. So two of the three cases recorded of it (golden f/popcode1d_npeaks) are not the values that were encoded.
    /// </remarks>
    /// <param name="pattern">The units.</param>
    /// <param name="count">How many values to look for; fewer are given where there are fewer peaks.</param>
    /// <param name="width">How many neighbours on each side belong to a peak.</param>
    /// <exception cref="ArgumentException">There are fewer than two units, or a number is negative.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public float[] DecodePeaks(ReadOnlySpan<float> pattern, int count, int width = 1)
    {
        var axis = Axis(pattern.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        var last = pattern.Length - 1;
        var means = new float[pattern.Length];
        for (var i = 0; i <= last; i++)
        {
            int from = Math.Max(i - width, 0), to = Math.Min(i + width, last);
            var sum = 0f;
            for (var j = from; j <= to; j++) { sum += pattern[j]; }
            means[i] = sum / (to - from + 1);
        }
        var peaks = new List<int>();
        for (var i = 0; i <= last; i++)
        {
            // Of several equal ones the first counts.
            if (means[i] > 0 && (i == 0 || means[i] > means[i - 1]) && (i == last || means[i] >= means[i + 1])) { peaks.Add(i); }
        }
        var values = new List<float>();
        foreach (var peak in peaks.OrderByDescending(i => means[i]))   // a stable order: equal peaks from the left
        {
            if (values.Count == count) { break; }
            int from = Math.Max(peak - width, 0), to = Math.Min(peak + width, last);
            if (pattern[from..(to + 1)].ContainsAnyInRange(Thr, float.PositiveInfinity)) { values.Add(Mean(pattern, from, to, in axis)); }
        }
        return [.. values];
    }

    private protected PopulationAxis Axis(int units) => PopulationAxis.Of(What, Min, Max, Sigma, units);

    private protected static void CheckValue(float value)
    {
        if (!float.IsFinite(value)) { throw new ArgumentException($"{GoFormat.Shortest(value)} cannot be encoded; a value is a finite number.", nameof(value)); }
    }

    private protected void Render(Span<float> pattern, float value, in PopulationAxis axis, bool add)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            float activity;
            if (Code == TuningCurve.Localist) { activity = axis.Share(i, value); }
            else
            {
                var distance = axis.Distance(i, value);
                activity = (float)Math.Exp(-(distance * distance));
            }
            pattern[i] = add ? pattern[i] + activity : activity;
        }
    }

    private float Mean(ReadOnlySpan<float> pattern, int from, int to, in PopulationAxis axis)
    {
        float sum = 0, weighted = 0;
        for (var i = from; i <= to; i++)
        {
            if (!(pattern[i] >= Thr)) { continue; }
            weighted += axis.Centre(i) * pattern[i];
            sum += pattern[i];
        }
        return weighted / MathF.Max(sum, MinSum);
    }
}
