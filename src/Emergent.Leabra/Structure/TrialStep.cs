using System.Diagnostics;

namespace Emergent.Leabra;

/// <summary>The steps of a trial.</summary>
public enum TrialStep
{
    /// <summary>Averages, strengths, decay and clamping at the start.</summary>
    BeginTrial,

    /// <summary>Finding the units that send.</summary>
    SendConductance,

    /// <summary>Delivering and integrating conductances.</summary>
    IntegrateConductance,

    /// <summary>Averages and inhibition of pools.</summary>
    Inhibit,

    /// <summary>Potentials, activations, learning averages.</summary>
    Activate,

    /// <summary>Ends of cycles and quarters.</summary>
    EndQuarter,

    /// <summary>Changes of weights.</summary>
    Learn,
}
