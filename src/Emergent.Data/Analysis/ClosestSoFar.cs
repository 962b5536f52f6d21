namespace Emergent.Data;

/// <summary>The row that is closest by a metric among those looked at until now: the first of equals.</summary>
internal struct ClosestSoFar(Metric metric)
{
    private readonly bool _isSimilarity = metric.IsSimilarity();

    /// <summary>Which row; −1 while none had a value.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Its metric; NaN while none had a value.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Looks at a row, of which NaN says that it has no value.</summary>
    public void Add(int row, double value)
    {
        if (double.IsNaN(value) || (Row >= 0 && !(_isSimilarity ? value > Value : value < Value))) { return; }
        (Row, Value) = (row, value);
    }
}
