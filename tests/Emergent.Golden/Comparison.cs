namespace Emergent.Golden;

/// <summary>Counts how many values agree with the reference in every bit, and remembers the first that does not.</summary>
public sealed class Comparison(string name)
{
    /// <summary>What is compared: the name of the case.</summary>
    public string Name { get; } = name;

    /// <summary>The number of values compared.</summary>
    public long Compared { get; private set; }

    /// <summary>The number of values that differ in any bit; 0 and −0 are equal, and so are two NaNs.</summary>
    public long Differing { get; private set; }

    /// <summary>The number of bits that differ in all.</summary>
    public long DifferingBits { get; private set; }

    /// <summary>Where the first difference is, with both values.</summary>
    public string? FirstDifference { get; private set; }

    /// <summary>Why the case was not run, if it was not.</summary>
    public string? Skipped { get; init; }

    /// <summary>Files of the case that nothing was compared with.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>Compares a float with the text of the reference's.</summary>
    public void Add(float ours, string theirs, string where)
    {
        Compared++;
        var expected = float.Parse(theirs);
        if (ours == expected || (float.IsNaN(ours) && float.IsNaN(expected))) { return; }
        Record(ulong.CreateTruncating(BitConverter.SingleToUInt32Bits(ours) ^ BitConverter.SingleToUInt32Bits(expected)), ours, expected, where);
    }

    /// <summary>Compares a double with the text of the reference's.</summary>
    public void Add(double ours, string theirs, string where)
    {
        Compared++;
        var expected = double.Parse(theirs);
        if (ours == expected || (double.IsNaN(ours) && double.IsNaN(expected))) { return; }
        Record(BitConverter.DoubleToUInt64Bits(ours) ^ BitConverter.DoubleToUInt64Bits(expected), ours, expected, where);
    }

    /// <summary>Compares a list of values with the rest of a row.</summary>
    public void AddAll(ReadOnlySpan<float> ours, ReadOnlySpan<string> theirs, string where)
    {
        if (ours.Length != theirs.Length) { throw new EmergentException($"{where}: the reference has {theirs.Length} values, the network {ours.Length}."); }
        for (var i = 0; i < ours.Length; i++) { Add(ours[i], theirs[i], $"{where}[{i}]"); }
    }

    /// <summary>One line for a report.</summary>
    public override string ToString() => Skipped is not null
        ? $"{Name,-28} skipped: {Skipped}"
        : $"{Name,-28} {Compared,10} values  {Differing,6} differ  {DifferingBits,6} bits{(FirstDifference is null ? "" : $"  first: {FirstDifference}")}{(Unread.Count == 0 ? "" : $"  not compared: {string.Join(", ", Unread)}")}";

    private void Record<T>(ulong bits, T ours, T expected, string where)
    {
        Differing++;
        DifferingBits += System.Numerics.BitOperations.PopCount(bits);
        FirstDifference ??= $"{where}: {ours}, reference {expected}";
    }
}
