using System.Runtime.CompilerServices;

namespace Emergent.Backprop;

/// <summary>The units of a layer whose value is not 0, ascending: those that have something to send.</summary>
internal sealed class NonzeroUnits(int unitCount)
{
    private readonly int[] _units = new int[unitCount];
    private readonly float[] _values = new float[unitCount];
    private int _count;

    public ReadOnlySpan<int> Units => _units.AsSpan(0, _count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Finds them.</summary>
    /// <returns>The first unit whose value is not a finite number; −1 if all are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<float> values)
    {
        var count = 0;
        for (var unit = 0; unit < values.Length; unit++)
        {
            var value = values[unit];
            if (!float.IsFinite(value)) { return unit; }
            // Written in any case and counted where it counts: whether a unit is active is hard to predict.
            (_units[count], _values[count]) = (unit, value);
            count += value != 0f ? 1 : 0;
        }
        _count = count;
        return -1;
    }
}
