namespace Emergent.Networks;

/// <summary>A state of a network whose values lie in one row: of the first variable those of all units, then of the next.</summary>
internal sealed class NetDataRecord(string counters, float[] values, int units) : INetDataRecord
{
    public string Counters => counters;

    public float[] Values => values;

    public ReadOnlySpan<float> ValuesOf(int variable) => values.AsSpan(variable * units, units);
}
