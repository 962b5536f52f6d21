using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Turns two numbers, such as a place, into the activity of a sheet of units, and back.</summary>
/// <remarks>
/// As <see cref="PopulationCode"/> for each of X (along the columns) and Y (along the rows): a bump is the product of both, a localist answer their mean.
/// WrapX and WrapY are for dimensions that come round again: a bump within Sigma·range of an end is drawn once more at the other end. As the reference has it,
/// near the beginning the second is a mirror image (a value d above Min appears at Max − d, not Max + d), at corners no third is drawn, and along a wrapped dimension
/// columns or rows whose activity adds up to less than MinSum are left out when a value is read.
/// Source: emergent popcode, TwoD.
/// </remarks>
public sealed class PopulationCode2D
{
    /// <summary>What units answer to values that are not quite their own.</summary>
    public TuningCurve Code { get; set; } = TuningCurve.GaussBump;

    /// <summary>The values that the first column and the first row are tuned to.</summary>
    public XyF Min { get; set; } = new(-0.5f, -0.5f);   // half beyond 0 … 1, so that bumps at 0 and 1 are whole

    /// <summary>The values that the last column and the last row are tuned to.</summary>
    public XyF Max { get; set; } = new(1.5f, 1.5f);

    /// <summary>The widths of a bump, as parts of the ranges from Min to Max.</summary>
    public XyF Sigma { get; set; } = new(0.2f, 0.2f);

    /// <summary>Whether values beyond the range are taken as its nearest end.</summary>
    public bool Clip { get; set; } = true;

    /// <summary>Activity below this does not count when values are read.</summary>
    public float Thr { get; set; } = 0.1f;

    /// <summary>The least that the sum of activity is taken for when values are read.</summary>
    public float MinSum { get; set; } = 0.2f;

    /// <summary>Whether X comes round again.</summary>
    public bool WrapX { get; set; }

    /// <summary>Whether Y comes round again.</summary>
    public bool WrapY { get; set; }

    /// <summary>The values that the columns and the rows of units of this shape are tuned to.</summary>
    /// <param name="shape">[rows, columns].</param>
    /// <exception cref="ArgumentException">The shape is not of two dimensions of at least two.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public (float[] X, float[] Y) Values(Shape shape)
    {
        var (x, y) = Axes(shape);
        return ([.. Enumerable.Range(0, x.Units).Select(x.Centre)], [.. Enumerable.Range(0, y.Units).Select(y.Centre)]);
    }

    /// <summary>Sets units to the pattern that stands for a place, or adds it to what they have, so that a pattern can stand for several.</summary>
    /// <param name="pattern">The units, [rows, columns].</param>
    /// <param name="value">The place.</param>
    /// <param name="add">Whether the pattern is added to what is there.</param>
    /// <exception cref="ArgumentException">The units are not of two dimensions of at least two, or a value is not a finite number.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public void Encode(Tensor<float> pattern, XyF value, bool add = false)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var (x, y) = Axes(pattern.Shape);
        if (!float.IsFinite(value.X) || !float.IsFinite(value.Y))
        {
            throw new ArgumentException($"({GoFormat.Shortest(value.X)}, {GoFormat.Shortest(value.Y)}) cannot be encoded; both values are finite numbers.", nameof(value));
        }
        if (Clip) { value = new(x.Clip(value.X), y.Clip(value.Y)); }
        Render(pattern.Values, value, in x, in y, add);
        if (WrapX && OtherEnd(value.X, Min.X, Max.X, x.Reach) is { } otherX) { Render(pattern.Values, value with { X = otherX }, in x, in y, add: true); }
        if (WrapY && OtherEnd(value.Y, Min.Y, Max.Y, y.Reach) is { } otherY) { Render(pattern.Values, value with { Y = otherY }, in x, in y, add: true); }
    }

    /// <summary>The place that a pattern stands for; (0, 0) where all units are silent.</summary>
    /// <param name="pattern">The units, [rows, columns].</param>
    /// <exception cref="ArgumentException">The units are not of two dimensions of at least two.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public XyF Decode(Tensor<float> pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var (x, y) = Axes(pattern.Shape);
        return Decode(pattern.Values, in x, in y, new(0, 0), new(x.Units - 1, y.Units - 1), WrapX, WrapY);
    }

    /// <summary>The places that a pattern stands for at once, that of the highest peak first.</summary>
    /// <remarks>A peak is where the mean of a unit and its neighbours is higher than around it; its place is read from these units alone, and does not come round.</remarks>
    /// <param name="pattern">The units, [rows, columns].</param>
    /// <param name="count">How many places to look for; fewer are given where there are fewer peaks.</param>
    /// <param name="width">How many neighbours on each side, in both dimensions, belong to a peak.</param>
    /// <exception cref="ArgumentException">The units are not of two dimensions of at least two, or a number is negative.</exception>
    /// <exception cref="EmergentException">A parameter is out of its range.</exception>
    public XyF[] DecodePeaks(Tensor<float> pattern, int count, int width = 1)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var (x, y) = Axes(pattern.Shape);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        var means = new float[y.Units, x.Units];
        for (var row = 0; row < y.Units; row++)
        {
            for (var column = 0; column < x.Units; column++)
            {
                var (from, to) = Around(column, row, width, x.Units, y.Units);
                var sum = 0f;
                for (var j = from.Y; j <= to.Y; j++)
                {
                    for (var i = from.X; i <= to.X; i++) { sum += pattern.Values[j * x.Units + i]; }
                }
                means[row, column] = sum / ((to.X - from.X + 1) * (to.Y - from.Y + 1));
            }
        }
        var peaks = new List<XyF>();
        foreach (var unit in Enumerable.Range(0, means.Length).Where(unit => IsPeak(means, unit)).OrderByDescending(unit => means[unit / means.GetLength(1), unit % means.GetLength(1)]))
        {
            if (peaks.Count == count) { break; }
            var (from, to) = Around(unit % x.Units, unit / x.Units, width, x.Units, y.Units);
            peaks.Add(Decode(pattern.Values, in x, in y, from, to, wrapX: false, wrapY: false));
        }
        return [.. peaks];
    }

    private (PopulationAxis X, PopulationAxis Y) Axes(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Rank != 2) { throw new ArgumentException($"A population code of two dimensions needs units of two dimensions, [rows, columns]; shape {shape} was given."); }
        return (PopulationAxis.Of("A population code of two dimensions, in X,", Min.X, Max.X, Sigma.X, shape[1]),
            PopulationAxis.Of("A population code of two dimensions, in Y,", Min.Y, Max.Y, Sigma.Y, shape[0]));
    }

    private static (Xy From, Xy To) Around(int column, int row, int width, int columns, int rows) =>
        (new(Math.Max(column - width, 0), Math.Max(row - width, 0)), new(Math.Min(column + width, columns - 1), Math.Min(row + width, rows - 1)));

    /// <summary>Whether a unit's mean is at least the threshold's and no neighbour's is higher; of several equal ones the first counts.</summary>
    private bool IsPeak(float[,] means, int unit)
    {
        int rows = means.GetLength(0), columns = means.GetLength(1), row = unit / columns, column = unit % columns;
        if (!(means[row, column] >= Thr)) { return false; }
        var (from, to) = Around(column, row, 1, columns, rows);
        for (var j = from.Y; j <= to.Y; j++)
        {
            for (var i = from.X; i <= to.X; i++)
            {
                var isBefore = j * columns + i < unit;
                if (means[j, i] > means[row, column] || (isBefore && means[j, i] == means[row, column])) { return false; }
            }
        }
        return true;
    }

    /// <summary>Where else a value near an end is drawn.</summary>
    private static float? OtherEnd(float value, float min, float max, float reach) =>
        MathF.Abs(max - value) < reach ? min + (value - max) : MathF.Abs(value - min) < reach ? max - (value - min) : null;

    private void Render(Span<float> pattern, XyF value, in PopulationAxis x, in PopulationAxis y, bool add)
    {
        for (var row = 0; row < y.Units; row++)
        {
            for (var column = 0; column < x.Units; column++)
            {
                float activity;
                if (Code == TuningCurve.Localist)
                {
                    activity = x.IsBeside(column, value.X) && y.IsBeside(row, value.Y) ? 0.5f * (x.Share(column, value.X) + y.Share(row, value.Y)) : 0;
                }
                else
                {
                    float dx = x.Distance(column, value.X), dy = y.Distance(row, value.Y);
                    activity = (float)Math.Exp(-(dx * dx + dy * dy));
                }
                ref var unit = ref pattern[row * x.Units + column];
                unit = add ? unit + activity : activity;
            }
        }
    }

    private XyF Decode(ReadOnlySpan<float> pattern, in PopulationAxis x, in PopulationAxis y, Xy from, Xy to, bool wrapX, bool wrapY)
    {
        float[] columns = new float[x.Units], rows = new float[y.Units];
        float sum = 0, weightedX = 0, weightedY = 0;
        for (var row = from.Y; row <= to.Y; row++)
        {
            for (var column = from.X; column <= to.X; column++)
            {
                var activity = pattern[row * x.Units + column];
                if (!(activity >= Thr)) { continue; }
                sum += activity;
                weightedX += x.Centre(column) * activity;
                weightedY += y.Centre(row) * activity;
                columns[column] += activity;
                rows[row] += activity;
            }
        }
        sum = MathF.Max(sum, MinSum);
        return new(wrapX ? Around(columns, in x, Min.X, Max.X) : weightedX / sum, wrapY ? Around(rows, in y, Min.Y, Max.Y) : weightedY / sum);
    }

    /// <summary>The value along a dimension that comes round, from the sums of its columns or rows.</summary>
    private float Around(float[] sums, in PopulationAxis axis, float min, float max)
    {
        float start = 0, middle = 0, end = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] < MinSum) { sums[i] = 0; }
            if (axis.IsNearStart(i)) { start += sums[i]; }
            else if (axis.IsNearEnd(i)) { end += sums[i]; }
            else { middle += sums[i]; }
        }
        var isAround = middle < start + end && start > 0 && end > 0;
        float sum = 0, weighted = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            var centre = axis.Centre(i);
            if (isAround && end >= start && i < sums.Length / 2) { centre += axis.Range; }
            else if (isAround && end < start && i >= sums.Length / 2) { centre -= axis.Range; }
            weighted += centre * sums[i];
            sum += sums[i];
        }
        var value = weighted / MathF.Max(sum, MinSum);
        return isAround && value < min ? value + axis.Range : isAround && value > max ? value - axis.Range : value;
    }
}
