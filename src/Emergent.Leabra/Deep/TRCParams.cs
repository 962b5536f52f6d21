using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How drivers show the pulvinar what has happened.</summary>
/// <remarks>
/// Equation: in the burst quarters a driven unit integrates (1 − min(1, m / MaxInhib)) GeRaw + drive, m the driver's largest activation;
/// drive = DriveScale ((1 − AvgMix) max + AvgMix avg) of the driver's units that it covers, each divided by m where m > 0.1. Source: emergent leabra, deep, TRCParams.
/// </remarks>
public class TRCParams
{
    /// <summary>Whether drivers are switched off, so that the layer goes on predicting.</summary>
    public bool DriversOff { get; set; }

    /// <summary>The quarters in which drivers drive, as a sum of <see cref="Quarters"/>.</summary>
    [Range(0, 15)]
    public int BurstQtr { get; set; } = Quarters.Q4; // the plus phase

    /// <summary>The gain of drivers.</summary>
    [Range(0.0, 100.0)]
    public float DriveScale { get; set; } = 0.3f; // about what a prediction's own excitation is

    /// <summary>The driver's largest activation from which on predictions no longer count.</summary>
    [Range(1e-6, 100.0)]
    public float MaxInhib { get; set; } = 0.6f; // a silent driver leaves the prediction in place

    /// <summary>Whether pools of drivers drive all pools alike, instead of those in their place.</summary>
    public bool NoTopo { get; set; }

    /// <summary>The share of the average over pools, against their maximum, where several pools drive a unit.</summary>
    [Range(0.0, 1.0)]
    public float AvgMix { get; set; }

    /// <summary>Whether drive is one of two numbers instead of graded.</summary>
    public bool Binarize { get; set; }

    /// <summary>The activation from which on drive is <see cref="BinOn"/>.</summary>
    [Range(0.0, 100.0)]
    public float BinThr { get; set; } = 0.4f;

    /// <summary>The drive of units at or above the threshold.</summary>
    [Range(0.0, 100.0)]
    public float BinOn { get; set; } = 0.3f;

    /// <summary>The drive of units below it.</summary>
    [Range(0.0, 100.0)]
    public float BinOff { get; set; }
}
