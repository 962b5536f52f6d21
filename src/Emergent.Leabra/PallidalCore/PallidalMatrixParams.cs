using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>What striatal units learn from: whether the thalamus was let go, and dopamine.</summary>
/// <remarks>
/// Equation: a = 2 AlphaMax (1 − AlphaMax), or AlphaMax without Deriv; ActLrn = a where the thalamic unit's AlphaMax is above ThalThr, else −a;
/// DALrn = DA BurstGain for DA above 0, else DA DipGain; of D2 receptors the negative of it. Source: emergent leabra, pcore, MatrixParams.
/// </remarks>
public class PallidalMatrixParams : DopamineGainParams
{
    /// <summary>The name of the thalamic layer, one unit for each pool.</summary>
    public string ThalLay { get; set; } = "VThal";

    /// <summary>The largest activation of a thalamic unit above which its pool was gated.</summary>
    [Range(0.0, 1.0)]
    public float ThalThr { get; set; } = 0.25f; // units let go reach 0.3 to 0.7, those held back mostly stay below 0.2 (the choice of two in the golden data)

    /// <summary>Whether units at half activation learn most, as the derivative of a sigmoid function of activation has it; otherwise the most active do.</summary>
    public bool Deriv { get; set; } = true; // units that are sure of themselves have nothing to learn
}
