using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The time constants of a unit, in cycles of one millisecond.</summary>
public class DtParams
{
    /// <summary>The step of integration: 1 is one millisecond a cycle.</summary>
    [Range(1e-6, 10.0), Usual(0.5)]
    public float Integ { get; set; } = 1f;

    /// <summary>The time constant of membrane potential and activation.</summary>
    [Range(1e-6, 1e6)]
    public float VmTau { get; set; } = 3.3f; // cycles; fast, because one cycle stands for the average over many spikes

    /// <summary>The time constant of synaptic conductances.</summary>
    [Range(1e-6, 1e6)]
    public float GTau { get; set; } = 1.4f; // cycles; AMPA and GABA-A

    /// <summary>The time constant of the long-term average of activation, in trials.</summary>
    [Range(1e-6, 1e9)]
    public float AvgTau { get; set; } = 200f;
}
