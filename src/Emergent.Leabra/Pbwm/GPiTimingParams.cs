using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>When gates are decided.</summary>
/// <remarks>Source: emergent leabra, pbwm, GPiTimingParams.</remarks>
public class GPiTimingParams
{
    /// <summary>The quarters in which gates are decided, as a sum of <see cref="Quarters"/>.</summary>
    [Range(0, 15)]
    public int GateQtr { get; set; } = Quarters.Q1 | Quarters.Q3; // a theta rhythm: output may come first, then what is new is stored

    /// <summary>The cycle of the quarter, from 0.</summary>
    [Range(0, 1000)]
    public int Cycle { get; set; } = 18; // once Go and NoGo have settled
}
