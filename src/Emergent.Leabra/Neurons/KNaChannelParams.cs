using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>One sodium-gated potassium channel.</summary>
[CountsIf(nameof(On))]
public class KNaChannelParams
{
    /// <summary>Whether the channel exists; its conductance is 0 if not.</summary>
    public bool On { get; set; } = true;

    /// <summary>The share of the distance to the maximum that full activity covers in a cycle.</summary>
    [Range(0.0, 10.0)]
    public float Rise { get; set; } = 0.01f;

    /// <summary>The maximal conductance.</summary>
    [Range(0.0, 100.0)]
    public float Max { get; set; } = 0.1f;

    /// <summary>The time constant of its decay, in cycles.</summary>
    [Range(1e-6, 1e9)]
    public float Tau { get; set; } = 100f;
}
