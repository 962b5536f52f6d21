using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The averages of a unit's activity that learning is driven by.</summary>
/// <remarks>Source: emergent leabra, learn.go.</remarks>
public class LearnNeuronParams
{
    /// <summary>Averages over the trial, on a cascade of time scales.</summary>
    public LearnActAvgParams ActAvg { get; } = new();

    /// <summary>The average over trials: the floating threshold of Hebbian (BCM) learning.</summary>
    public AvgLParams AvgL { get; } = new();

    /// <summary>The running average of how well minus and plus phase agree.</summary>
    public CosDiffParams CosDiff { get; } = new();
}

/// <summary>Averages over the trial: super-short follows activation, short follows super-short, medium follows short.</summary>
/// <remarks>Equation: AvgSS += (ActLrn − AvgSS)/SSTau; AvgS += (AvgSS − AvgS)/STau; AvgM += (AvgS − AvgM)/MTau; AvgSLrn = (1 − LrnM) AvgS + LrnM AvgM.</remarks>
public class LearnActAvgParams
{
    /// <summary>The time constant of the super-short average, in cycles.</summary>
    [Range(1e-6, 1e6)]
    public float SSTau { get; set; } = 2f; // smooths single cycles

    /// <summary>The time constant of the short average, in cycles: what the plus phase leaves.</summary>
    [Range(1e-6, 1e6)]
    public float STau { get; set; } = 2f; // short enough that 25 cycles of plus phase replace it

    /// <summary>The time constant of the medium average, in cycles: what the minus phase leaves.</summary>
    [Range(1e-6, 1e6)]
    public float MTau { get; set; } = 10f; // long enough that it still shows the minus phase at the end

    /// <summary>The share of the medium in the average that learning takes as plus phase.</summary>
    [Range(0.0, 1.0)]
    public float LrnM { get; set; } = 0.1f; // keeps weights of units that were active only before from falling too far

    /// <summary>The initial value of all of them.</summary>
    [Range(0.0, 1.0)]
    public float Init { get; set; } = 0.15f;
}

/// <summary>The average over trials and the amount of Hebbian learning that follows from it.</summary>
/// <remarks>Equation: AvgL += (Gain AvgM − AvgL)/Tau, at least Min; AvgLLrn = (LrnMax − LrnMin)/(Gain − Min) (AvgL − Min).</remarks>
public class AvgLParams
{
    /// <summary>The initial average.</summary>
    [Range(0.0, 1.0)]
    public float Init { get; set; } = 0.4f;

    /// <summary>The gain on activity: how far the threshold floats above it.</summary>
    [Range(1.0, 100.0)]
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
    [Range(0.0, 100.0)]
    public float LrnMin { get; set; } = 0.0001f;

    /// <summary>Whether the amount shrinks as the layer's error does.</summary>
    public bool ErrMod { get; set; } = true;

    /// <summary>The least factor that the error leaves.</summary>
    [Range(0.0, 1.0)]
    public float ModMin { get; set; } = 0.01f;
}

/// <summary>The running average of the agreement of minus and plus phase.</summary>
public class CosDiffParams
{
    /// <summary>The time constant, in trials.</summary>
    [Range(1e-6, 1e6)]
    public float Tau { get; set; } = 100f;
}
