using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How strongly layers drive dopamine.</summary>
/// <remarks>Source: emergent leabra, pvlv, DaGains. PVI, primary value inhibition, is the patch's: it shunts the burst of an outcome that was expected.</remarks>
public class TegmentalGainParams
{
    /// <summary>The gain on all.</summary>
    [Range(0.0, 100.0)]
    public float DA { get; set; } = 1f;

    /// <summary>Bursts from the pedunculopontine nucleus: what a stimulus predicts.</summary>
    [Range(0.0, 100.0)]
    public float PPTg { get; set; } = 1.1f;

    /// <summary>The lateral habenula: dips, and bursts where it is below 0.</summary>
    [Range(0.0, 100.0)]
    public float LHb { get; set; } = 1f;

    /// <summary>Bursts from outcomes themselves.</summary>
    [Range(0.0, 100.0)]
    public float PV { get; set; } = 1f;

    /// <summary>The shunting of bursts by the patch that expects the outcome.</summary>
    [Range(0.0, 100.0)]
    public float PVIBurstShunt { get; set; } = 1.9f;

    /// <summary>What the opponent takes away of that shunting.</summary>
    [Range(0.0, 100.0)]
    public float PVIAntiBurstShunt { get; set; } = 2f;

    /// <summary>The shunting of dips by the patch that expects punishment.</summary>
    [Range(0.0, 100.0)]
    public float PVIDipShunt { get; set; }

    /// <summary>What the opponent takes away of that shunting.</summary>
    [Range(0.0, 100.0)]
    public float PVIAntiDipShunt { get; set; }
}
