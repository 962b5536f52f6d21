using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The strength of a projection.</summary>
public class WtScaleParams
{
    /// <summary>The absolute strength; multiplies whatever the relative one gives.</summary>
    [Range(0.0, 1000.0)]
    public float Abs { get; set; } = 1f;

    /// <summary>The strength relative to the receiver's other projections of its kind.</summary>
    [Range(0.0, 1000.0)]
    public float Rel { get; set; } = 1f;
}
