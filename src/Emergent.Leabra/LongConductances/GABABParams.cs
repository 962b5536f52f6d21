using System.ComponentModel.DataAnnotations;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The GABA-B channels of a unit: slow inhibition, which follows the fast one and lets potassium out.</summary>
/// <remarks>
/// Equation: GABAB += (TauFact GABABx − GABAB)/RiseTau; GABABx += s(Gi) − GABABx/DecayTau, both from the values before;
/// GgabaB = Gbar f(VmEff) (GABAB + Gbase). s is <see cref="SpikeDrive"/>, f is <see cref="VoltageGate"/>.
/// Source: emergent leabra, glong, GABABParams; Thomson and Destexhe (1999); Sanders, Berends, Major, Goldman and Lisman (2013), NMDA and GABAB (KIR) conductances.
/// </remarks>
public class GABABParams
{
    /// <summary>The time constant of the rise, in cycles.</summary>
    [Range(1.0, 1e9)]
    public float RiseTau { get; set; } = 45f; // Thomson and Destexhe (1999)

    /// <summary>The time constant of the decay, in cycles.</summary>
    [Range(1.0, 1e9)]
    public float DecayTau { get; set; } = 50f; // Thomson and Destexhe (1999)

    /// <summary>The strength of the channels.</summary>
    [Range(0.0, 100.0)]
    public float Gbar { get; set; } = 0.2f; // under usual inhibition, Gi 0.5, a silent unit gets a Gk of about 0.3, an active one next to none

    /// <summary>The conductance without any inhibition.</summary>
    [Range(0.0, 100.0)]
    public float Gbase { get; set; } = 0.2f; // about 0.0007 of Gk in a silent unit: what inhibition adds decides

    /// <summary>The number of spikes of inhibitory neurons that a conductance Gi of 1 stands for.</summary>
    [Range(0.0, 1e4)]
    public float Smult { get; set; } = 15f; // half of the largest effect at a Gi of 0.47, in the midst of usual inhibition

    /// <summary>The factor that makes up for what decays during the rise.</summary>
    /// <remarks>
    /// (DecayTau/RiseTau)^(RiseTau/(DecayTau − RiseTau)) for the default time constants. It does not follow them when they change, as in the reference:
    /// set it to what <see cref="TauFactFor"/> gives if it should.
    /// </remarks>
    [Range(0.0, 1e4)]
    public float TauFact { get; set; } = TauFactFor(45f, 50f);

    /// <summary>The cycles from the end of a short inhibition to the height of its effect.</summary>
    /// <remarks>Equation: RiseTau DecayTau/(DecayTau − RiseTau) log(DecayTau/RiseTau). Of the time constants as they are now; nothing is computed with it.</remarks>
    public float MaxTime => RiseTau == DecayTau ? RiseTau : RiseTau * DecayTau / (DecayTau - RiseTau) * (float)Math.Log(DecayTau / RiseTau);

    /// <summary>The factor that belongs to two time constants; e where they are equal.</summary>
    public static float TauFactFor(float riseTau, float decayTau) =>
        riseTau == decayTau ? MathF.E : (float)Math.Pow(decayTau / riseTau, riseTau / (decayTau - riseTau));

    /// <summary>The share of the channels that is open at a potential: the lower, the more.</summary>
    /// <remarks>Equation: 1/(1 + FastExp(0.1 (b + 90 + 10))), b = max(100 v − 100, −90), in mV. Source: emergent leabra, glong, GABABParams.GFmV.</remarks>
    /// <param name="vm">The potential, where 0…1 stands for −100…0 mV.</param>
    public float VoltageGate(float vm)
    {
        var value = 0f;
        Lanes1.Store(LongConductanceConstants.GABABGate<Lanes1>(vm), ref value, 0);
        return value;
    }

    /// <summary>What inhibition of this strength adds in a cycle: little below half of Smult spikes, 1 far above.</summary>
    /// <remarks>Equation: 1/(1 + FastExp(−(Smult Gi − 7.1)/1.4)). Source: emergent leabra, glong, GABABParams.GFmS.</remarks>
    public float SpikeDrive(float gi)
    {
        var value = 0f;
        Lanes1.Store(new LongConductanceConstants(new NMDAParams(), this).Drive<Lanes1>(gi), ref value, 0);
        return value;
    }
}
