using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The average over trials and the amount of Hebbian learning that follows from it.</summary>
/// <remarks>Equation: AvgL += (Gain AvgM − AvgL)/Tau, at least Min; AvgLLrn = (LrnMax − LrnMin)/(Gain − Min) (AvgL − Min).</remarks>
public class AvgLParams
{
    /// <summary>The initial average.</summary>
    [Range(0.0, 1.0)]
    public float Init { get; set; } = 0.4f;

    /// <summary>The gain on activity: how far the threshold floats above it.</summary>
    [Range(1.0, 100.0), Usual(1.5, 2, 3, 4, 5)]
    public float Gain { get; set; } = 2.5f; // 1.5…3; higher makes units give up weights sooner

    /// <summary>The lowest threshold.</summary>
    [Range(0.0, 0.99)]
    public float Min { get; set; } = 0.2f;

    /// <summary>The time constant, in trials.</summary>
    [Range(1e-6, 1e6)]
    public float Tau { get; set; } = 10f;

    /// <summary>The amount of Hebbian learning at the highest average.</summary>
    [Range(0.0, 100.0)]
    public float LrnMax { get; set; } = 0.5f;

    /// <summary>The lower end of the amounts; with <see cref="LrnMax"/> equal to it there is no Hebbian learning.</summary>
    [Range(0.0, 100.0), Usual(0.0005)]
    public float LrnMin { get; set; } = 0.0001f;

    /// <summary>Whether the amount shrinks as the layer's error does.</summary>
    public bool ErrMod { get; set; } = true;

    /// <summary>The least factor that the error leaves.</summary>
    [Range(0.0, 1.0), CountsIf(nameof(ErrMod))]
    public float ModMin { get; set; } = 0.01f;
}
