using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The stripes that gates open: rows, and in each row those that maintain and behind them those that put out.</summary>
/// <remarks>A stripe is a pool in each of the layers that a gate concerns. Source: emergent leabra, pbwm, GateShape.</remarks>
public class GateShapeParams
{
    /// <summary>The rows of stripes.</summary>
    [Range(0, 10000)]
    public int Y { get; set; }

    /// <summary>The stripes of a row that maintain.</summary>
    [Range(0, 10000)]
    public int MaintX { get; set; }

    /// <summary>The stripes of a row that put out.</summary>
    [Range(0, 10000)]
    public int OutX { get; set; }

    /// <summary>All stripes of a row.</summary>
    public int TotX => MaintX + OutX;

    /// <summary>The stripes as text: <c>4 × (2 + 2)</c>.</summary>
    public override string ToString() => $"{Y} × ({MaintX} + {OutX})";

    internal void Set(int y, int maintX, int outX) => (Y, MaintX, OutX) = (y, maintX, outX);

    internal bool Has(GateShapeParams other) => (Y, MaintX, OutX) == (other.Y, other.MaintX, other.OutX);

    /// <summary>The stripes of a row that a layer with this part of them has.</summary>
    internal int WidthOf(GateStripes stripes) => stripes switch
    {
        GateStripes.Maint => MaintX,
        GateStripes.Out => OutX,
        _ => TotX,
    };

    /// <summary>The place among all stripes of a layer's own.</summary>
    internal int Among(int stripe, GateStripes stripes) => stripes switch
    {
        GateStripes.Maint => stripe / MaintX * TotX + stripe % MaintX,
        GateStripes.Out => stripe / OutX * TotX + stripe % OutX + MaintX,
        _ => stripe,
    };
}
