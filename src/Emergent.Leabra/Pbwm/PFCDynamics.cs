namespace Emergent.Leabra;

/// <summary>How what is maintained changes over time, from 0 to 1: as it is, rising, decaying, or first the one and then the other.</summary>
/// <remarks>
/// t counts quarters of the layer since the gate opened. Rising: Init + (1 − Init) t/RiseTau, up to t = RiseTau where it also decays: 1 − (t − RiseTau)/DecayTau.
/// Decaying: Init − Init t/DecayTau. The result is clipped to 0.001…1. Source: emergent leabra, pbwm, PFCDyn.
/// </remarks>
/// <param name="Init">The value at t = 0.</param>
/// <param name="RiseTau">How long it rises; 0 for not at all.</param>
/// <param name="DecayTau">How long it decays; 0 for not at all.</param>
public sealed record PFCDynamics(float Init, float RiseTau = 0f, float DecayTau = 0f)
{
    private const float Least = 0.001f;   // never quite gone

    /// <summary>Maintenance without change.</summary>
    public static IReadOnlyList<PFCDynamics> MaintainOnly { get; } = [new(1f)];

    /// <summary>Five kinds: without change, a moment only, rising, decaying, rising and then decaying.</summary>
    /// <param name="tau">How long the slow ones take, in quarters of the layer.</param>
    public static IReadOnlyList<PFCDynamics> Full(float tau = 10f)
    {
        if (!(tau > 0f)) { throw new ArgumentOutOfRangeException(nameof(tau), $"Dynamics need a time above 0; {tau} was given."); }
        return [new(1f), new(1f, DecayTau: 1f), new(0.1f, RiseTau: tau), new(1f, DecayTau: tau), new(0.1f, 0.5f * tau, tau)];
    }

    /// <summary>The value at a time.</summary>
    public float Value(float time)
    {
        var value = Init;
        if (time > 0f)
        {
            if (RiseTau > 0f) { value = DecayTau > 0f && time >= RiseTau ? 1f - (time - RiseTau) / DecayTau : Init + (1f - Init) * (time / RiseTau); }
            else if (DecayTau > 0f) { value = Init - Init * (time / DecayTau); }
        }
        return Math.Clamp(value, Least, 1f);
    }
}
