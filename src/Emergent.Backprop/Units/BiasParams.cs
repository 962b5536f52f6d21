using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>The biases of a layer's units: a net input that each unit learns to give itself.</summary>
[CountsIf(nameof(On))]
public class BiasParams
{
    /// <summary>Whether the units have biases; without, those there are take no part and stay as they are.</summary>
    public bool On { get; set; } = true;

    /// <summary>The value that biases begin with.</summary>
    [Range(-100.0, 100.0)]
    public float Init { get; set; }   // 0: nothing is known yet of how active a unit should be

    /// <summary>How the biases learn.</summary>
    public LearnParams Learn { get; } = new();
}
