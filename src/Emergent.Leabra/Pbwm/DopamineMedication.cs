namespace Emergent.Leabra;

/// <summary>Drugs that act on dopamine receptors, and states of the dopamine system, as gains on bursts and dips for Go (D1) and NoGo (D2) units.</summary>
/// <remarks>
/// An agonist stands in for dopamine where it is missing: a dip is filled in. An antagonist keeps dopamine out: a burst comes through less. Doses are 0 for none to 1.
/// See Frank, Seeberger and O'Reilly (2004), By carrot or by stick. Use: <see cref="PbwmNetworks.Medicate"/>.
/// </remarks>
/// <param name="D1Burst">The factor on bursts for Go units.</param>
/// <param name="D1Dip">The factor on dips for Go units.</param>
/// <param name="D2Burst">The factor on bursts for NoGo units.</param>
/// <param name="D2Dip">The factor on dips for NoGo units.</param>
public sealed record DopamineMedication(float D1Burst = 1f, float D1Dip = 1f, float D2Burst = 1f, float D2Dip = 1f)
{
    private const float Parkinson = 0.25f;   // as the basal ganglia simulation of the textbook has it

    /// <summary>The factor on bursts for Go units.</summary>
    public float D1Burst { get; init; } = Gain(D1Burst, nameof(D1Burst));

    /// <summary>The factor on dips for Go units.</summary>
    public float D1Dip { get; init; } = Gain(D1Dip, nameof(D1Dip));

    /// <summary>The factor on bursts for NoGo units.</summary>
    public float D2Burst { get; init; } = Gain(D2Burst, nameof(D2Burst));

    /// <summary>The factor on dips for NoGo units.</summary>
    public float D2Dip { get; init; } = Gain(D2Dip, nameof(D2Dip));

    /// <summary>None: all gains are 1.</summary>
    public static DopamineMedication None { get; } = new();

    /// <summary>Parkinson's disease off medication: little dopamine is left for bursts.</summary>
    public static DopamineMedication ParkinsonOff { get; } = new(D1Burst: Parkinson, D2Burst: Parkinson);

    /// <summary>Parkinson's disease on levodopa: bursts come through, and dips are filled in.</summary>
    public static DopamineMedication ParkinsonOn { get; } = new(D1Dip: Parkinson, D2Dip: Parkinson);

    /// <summary>A D1 agonist: dips do not reach Go units.</summary>
    public static DopamineMedication D1Agonist(float dose) => new(D1Dip: Left(dose));

    /// <summary>A D1 antagonist: bursts do not reach Go units.</summary>
    public static DopamineMedication D1Antagonist(float dose) => new(D1Burst: Left(dose));

    /// <summary>A D2 agonist, such as pramipexole: dips do not reach NoGo units, which do not learn from bad outcomes.</summary>
    public static DopamineMedication D2Agonist(float dose) => new(D2Dip: Left(dose));

    /// <summary>A D2 antagonist, such as haloperidol: bursts do not reach NoGo units, which stay as ready as they are.</summary>
    public static DopamineMedication D2Antagonist(float dose) => new(D2Burst: Left(dose));

    /// <summary>Two at once: gains multiply.</summary>
    public DopamineMedication With(DopamineMedication other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(D1Burst * other.D1Burst, D1Dip * other.D1Dip, D2Burst * other.D2Burst, D2Dip * other.D2Dip);
    }

    private static float Left(float dose) => dose is >= 0f and <= 1f
        ? 1f - dose
        : throw new ArgumentOutOfRangeException(nameof(dose), $"A dose is 0 for none to 1 for all receptors; {dose} was given.");

    private static float Gain(float gain, string name) => gain is >= 0f and <= 100f
        ? gain
        : throw new ArgumentOutOfRangeException(name, $"A gain on dopamine is 0 to 100; {gain} was given.");
}
