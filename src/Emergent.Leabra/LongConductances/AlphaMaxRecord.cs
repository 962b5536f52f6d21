using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>A layer's column AlphaMax: the largest activation of each unit in a trial.</summary>
internal sealed class AlphaMaxRecord(LeabraLayer layer, AlignedFloats column)
{
    public AlignedFloats Column => column;

    /// <summary>The largest of all units, at least 0.</summary>
    public float Largest
    {
        get
        {
            var largest = 0f;
            for (var r = 0; r < layer.LiveUnits.Count; r++) { foreach (var x in Live(r, column)) { largest = MathF.Max(largest, x); } }
            return largest;
        }
    }

    /// <summary>Forgets it, of units that are not lesioned.</summary>
    public void Clear()
    {
        for (var r = 0; r < layer.LiveUnits.Count; r++) { Live(r, column).Clear(); }
    }

    /// <summary>Gives it to the units as what learning averages.</summary>
    public void CopyToActLrn()
    {
        for (var r = 0; r < layer.LiveUnits.Count; r++) { Live(r, column).CopyTo(Live(r, layer.State.ActLrn)); }
    }

    private Span<float> Live(int range, AlignedFloats from) => from.Slice(layer.First + layer.LiveUnits[range].Start, layer.LiveUnits[range].Count);
}
