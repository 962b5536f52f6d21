using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How strongly layers drive the lateral habenula.</summary>
/// <remarks>Source: emergent leabra, pvlv, LHbRMTgGains.</remarks>
public class HabenulaGainParams
{
    /// <summary>The gain on all.</summary>
    [Range(0.0, 100.0)]
    public float All { get; set; } = 1f;

    /// <summary>Patch that expects reward.</summary>
    [Range(0.0, 100.0)]
    public float VSPatchPosD1 { get; set; } = 1f;

    /// <summary>Its opponent.</summary>
    [Range(0.0, 100.0)]
    public float VSPatchPosD2 { get; set; } = 1f;

    /// <summary>The factor on the expectation of reward where the opponent is stronger.</summary>
    [Range(0.0, 1.0)]
    public float VSPatchPosDisinhib { get; set; } = 0.2f; // an outcome that is not expected disinhibits dopamine a little, not as much as one that is lacking inhibits it

    /// <summary>Matrix that promises reward.</summary>
    [Range(0.0, 100.0)]
    public float VSMatrixPosD1 { get; set; } = 1f;

    /// <summary>Its opponent.</summary>
    [Range(0.0, 100.0)]
    public float VSMatrixPosD2 { get; set; } = 1f;

    /// <summary>The opponent of the patch that expects punishment.</summary>
    [Range(0.0, 100.0)]
    public float VSPatchNegD1 { get; set; } = 1f;

    /// <summary>Patch that expects punishment.</summary>
    [Range(0.0, 100.0)]
    public float VSPatchNegD2 { get; set; } = 1f;

    /// <summary>The opponent of the matrix that promises punishment.</summary>
    [Range(0.0, 100.0)]
    public float VSMatrixNegD1 { get; set; } = 1f;

    /// <summary>Matrix that promises punishment.</summary>
    [Range(0.0, 100.0)]
    public float VSMatrixNegD2 { get; set; } = 1f;
}
