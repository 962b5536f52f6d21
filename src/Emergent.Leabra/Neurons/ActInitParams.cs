using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The initial state of a unit.</summary>
public class ActInitParams
{
    /// <summary>The share of its state that a unit loses at the start of a trial: 1 starts each trial afresh, 0 carries all over.</summary>
    [Range(0.0, 1.0), Usual(0)]
    public float Decay { get; set; } = 1f; // trials are independent; sequence models use 0

    /// <summary>The initial membrane potential.</summary>
    [Range(-10.0, 10.0)]
    public float Vm { get; set; } = 0.4f; // between rest (0.3) and threshold (0.5), so that units respond at once

    /// <summary>The initial activation.</summary>
    [Range(0.0, 1.0)]
    public float Act { get; set; }

    /// <summary>The initial excitatory conductance.</summary>
    [Range(0.0, 10.0)]
    public float Ge { get; set; }
}
