using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Inhibition that pools receive from pools around them, as through the thalamic reticular nucleus.</summary>
/// <remarks>
/// Equation: Gi ← max(Gi, LayGi × largest GiOrig of all pools, max over neighbours of w(d) GiOrig), w(d) = Gi e^(−½ (d / (Width Sigma))²), d = min of the distances in y and x.
/// Only neighbours that differ in both y and x count, as in the reference. Source: emergent leabra, deep, TopoInhib.
/// </remarks>
[CountsIf(nameof(On))]
public class TopoInhibParams
{
    /// <summary>Whether there is this inhibition; only in layers with pools.</summary>
    public bool On { get; set; }

    /// <summary>How many pools away inhibition reaches.</summary>
    [Range(0, 1000)]
    public int Width { get; set; } = 4;

    /// <summary>The width of the Gaussian, as a share of <see cref="Width"/>.</summary>
    [Range(1e-6, 100.0)]
    public float Sigma { get; set; } = 0.5f; // e^-2 at the edge

    /// <summary>The gain of inhibition by neighbours.</summary>
    [Range(0.0, 1000.0)]
    public float Gi { get; set; } = 10f;

    /// <summary>The share of the most inhibited pool's inhibition that all pools get.</summary>
    [Range(0.0, 1000.0)]
    public float LayGi { get; set; } = 0.5f;
}
