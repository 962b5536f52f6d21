using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How strongly a layer responds to dopamine: drugs and diseases that act on its receptors.</summary>
/// <remarks>Equation: DALrn = DA BurstGain for DA above 0, else DA DipGain. Source: emergent leabra, pbwm, MatrixParams.</remarks>
public class DopamineGainParams
{
    /// <summary>The factor on bursts; below 1 as under an antagonist, above as under an agonist.</summary>
    [Range(0.0, 100.0)]
    public float BurstGain { get; set; } = 1f; // unmedicated

    /// <summary>The factor on dips; below 1 where an agonist fills them in.</summary>
    [Range(0.0, 100.0)]
    public float DipGain { get; set; } = 1f; // unmedicated

    /// <summary>What a level of dopamine does here.</summary>
    public float Of(float da) => da > 0f ? da * BurstGain : da * DipGain;

    /// <summary>What a level of dopamine does to units of a receptor: those with D2 learn from it the other way round.</summary>
    internal float Of(float da, DopamineReceptor receptor) => receptor == DopamineReceptor.D1R ? Of(da) : -Of(da);
}
