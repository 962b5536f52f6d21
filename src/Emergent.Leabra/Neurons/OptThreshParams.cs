using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The thresholds that keep silent and steady units from sending.</summary>
public class OptThreshParams
{
    /// <summary>The activation above which a unit sends.</summary>
    [Range(0.0, 10.0)]
    public float Send { get; set; } = 0.1f; // most units are below; sending less would cost time and change little

    /// <summary>The change of activation since the last sending above which a unit sends again.</summary>
    [Range(0.0, 10.0)]
    public float Delta { get; set; } = 0.005f;
}
