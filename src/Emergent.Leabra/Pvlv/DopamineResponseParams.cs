using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>What dopamine does to learning in a modulated layer.</summary>
/// <remarks>Equation: DALrn = DA BurstGain for DA above 0, else DA DipGain; −DALrn with D2 receptors. Source: emergent leabra, pvlv, ModLayer.DALrnFmDA.</remarks>
public class DopamineResponseParams
{
    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    public bool On { get; set; }

    /// <summary>The receptors, which turn the effect round.</summary>
    public DopamineReceptor RecepType { get; set; }

    /// <summary>The factor on bursts.</summary>
    [Range(0.0, 100.0)]
    public float BurstGain { get; set; } // 0, as in the reference: a layer responds to dopamine once it is told how strongly

    /// <summary>The factor on dips.</summary>
    [Range(0.0, 100.0)]
    public float DipGain { get; set; } // 0: see BurstGain

    internal float SignedBurstGain => RecepType == DopamineReceptor.D2R ? -BurstGain : BurstGain;

    internal float SignedDipGain => RecepType == DopamineReceptor.D2R ? -DipGain : DipGain;

    /// <summary>What a level of dopamine does here.</summary>
    public float DALrn(float da) => da > 0f ? da * SignedBurstGain : da * SignedDipGain;
}
