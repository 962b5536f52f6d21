namespace Emergent.Leabra;

/// <summary>The average and the largest of a variable over the units of a pool.</summary>
/// <remarks>The sum is built one by one in ascending order, as the reference does, so that its bits are the same.</remarks>
public struct AvgMax
{
    /// <summary>The average; 0 for no values.</summary>
    public float Avg { get; set; }

    /// <summary>The largest value; the average for no values.</summary>
    public float Max { get; set; }

    /// <summary>The sum.</summary>
    public float Sum { get; set; }

    /// <summary>The unit with the largest value, the first of equals; −1 for none.</summary>
    public int MaxIndex { get; set; }

    /// <summary>The number of values.</summary>
    public int Count { get; set; }

    /// <summary>The record of no values yet.</summary>
    public static AvgMax Empty => new() { Max = -float.MaxValue, MaxIndex = -1 };

    /// <summary>Adds values, the first of which belongs to unit <paramref name="firstUnit"/>.</summary>
    public void Add(ReadOnlySpan<float> values, int firstUnit)
    {
        float sum = Sum, max = Max;
        var maxIndex = MaxIndex;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            sum += value;
            if (value > max) { (max, maxIndex) = (value, firstUnit + i); }
        }
        (Sum, Max, MaxIndex) = (sum, max, maxIndex);
        Count += values.Length;
    }

    /// <summary>Works out the average once all values are added.</summary>
    public void Finish()
    {
        if (Count > 0) { Avg = Sum / Count; }
        else { Max = Avg = Sum; }
    }
}
