using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>A lower and an upper limit.</summary>
public class RangeParams
{
    /// <summary>The lower limit.</summary>
    [Range(-1e6, 1e6)]
    public float Min { get; set; }

    /// <summary>The upper limit.</summary>
    [Range(-1e6, 1e6)]
    public float Max { get; set; }
}
