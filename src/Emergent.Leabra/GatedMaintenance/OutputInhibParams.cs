using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How output inhibits what is held, so that no more comes in while it is read out.</summary>
/// <remarks>Equation: the average activity that feedback inhibition responds to = max(Gi AlphaMax, Avg), with AlphaMax the output layer's largest. Source: emergent leabra, agate, MaintLayer.</remarks>
public class OutputInhibParams
{
    /// <summary>The names of the output layers; of several the last counts, as in the reference. They are looked up when the network is built.</summary>
    public IList<string> Lays { get; } = [];

    /// <summary>The share of output's activation that counts as the layer's own average.</summary>
    [Range(0.0, 100.0)]
    public float Gi { get; set; } = 0.1f; // output in full counts as if a tenth of the layer were active

    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    public bool Add { get; set; } = true;
}
