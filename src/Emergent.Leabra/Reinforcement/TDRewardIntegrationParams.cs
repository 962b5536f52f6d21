using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How reward and the prediction of what follows it come together.</summary>
public class TDRewardIntegrationParams
{
    /// <summary>The worth of reward a trial later.</summary>
    [Range(0.0, 1.0)]
    public float Discount { get; set; } = 0.9f; // looks about ten trials ahead

    /// <summary>The name of the layer that predicts reward.</summary>
    public string RewPred { get; set; } = "RewPred";
}
