using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The noise added to every unit of a layer.</summary>
/// <remarks>
/// Drawn once a trial for all units (Fixed), or every cycle right after Ge is integrated. With distribution Mean nothing is drawn.
/// Every type of noise is also added to hard-clamped activations, as the reference does; ActNoise twice: within the limits and beyond.
/// Numbers are keyed by seed, run, layer, cycle and unit, so threads and windows cannot change them.
/// </remarks>
[CountsIf(nameof(Type), NoiseType.VmNoise, NoiseType.GeNoise, NoiseType.ActNoise, NoiseType.GeMultNoise)]
public class NoiseParams : RandomParams
{
    /// <summary>What the noise is added to.</summary>
    public NoiseType Type { get; set; }

    /// <summary>Whether it is drawn once a trial instead of every cycle.</summary>
    public bool Fixed { get; set; } = true; // noise that changes every cycle averages out within a trial
}
