using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How matrix units respond to dopamine and acetylcholine, and when they learn.</summary>
/// <remarks>Source: emergent leabra, pbwm, MatrixParams.</remarks>
public class PbwmMatrixParams : DopamineGainParams
{
    /// <summary>The quarters after which what matrix units receive learns, as a sum of <see cref="Quarters"/>; after the last it always does.</summary>
    [Range(0, 15)]
    public int LearnQtr { get; set; } = Quarters.Q2 | Quarters.Q4; // those that follow the gatings

    /// <summary>The factor on the dopamine of units that patch units shunt (variable Maint above 0).</summary>
    [Range(0.0, 1.0)]
    public float PatchShunt { get; set; } = 0.2f;

    /// <summary>Whether patch units shunt acetylcholine too.</summary>
    public bool ShuntACh { get; set; } = true;

    /// <summary>How much output stripes are inhibited while there is no acetylcholine, which says that nothing is at stake.</summary>
    [Range(0.0, 100.0)]
    public float OutAChInhib { get; set; } = 0.3f; // output waits for trials with reward; strong input can still gate
}
