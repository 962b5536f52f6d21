using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Attention: pools whose pulvinar is less active than the most active one's are weakened.</summary>
/// <remarks>Equation: Attn = pulvinar pool's Act.Avg / largest of all pools; Act ← Act (Min + (1 − Min) Attn). Source: emergent leabra, deep, AttnParams.</remarks>
[CountsIf(nameof(On))]
public class AttnParams
{
    /// <summary>Whether there is attention.</summary>
    public bool On { get; set; }

    /// <summary>The factor on pools whose pulvinar is silent.</summary>
    [Range(0.0, 1.0)]
    public float Min { get; set; } = 0.8f;

    /// <summary>The name of the pulvinar layer, which has the same pools.</summary>
    public string TRCLay { get; set; } = "";
}
