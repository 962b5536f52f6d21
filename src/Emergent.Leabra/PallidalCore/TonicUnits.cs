using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>What the nuclei of the pallidal core have in common: units that are active by themselves, and fixed projections.</summary>
internal static class TonicUnits
{
    private const float FixedWeight = 0.9f;

    /// <summary>Gives a layer's units their defaults: no pooled inhibition, slow conductances, a steep response.</summary>
    public static void SetDefaults(LeabraLayer layer)
    {
        layer.Inhib.Layer.On = layer.Inhib.Pool.On = false;   // units of different pools compete through the circuit
        (layer.Inhib.Self.On, layer.Inhib.Self.Gi, layer.Inhib.Self.Tau) = (true, 0.4f, 3f);
        SetDynamics(layer);
    }

    /// <summary>The dynamics that the striatum shares.</summary>
    public static void SetDynamics(LeabraLayer layer)
    {
        (layer.Inhib.ActAvg.Fixed, layer.Inhib.ActAvg.Init) = (true, 0.25f);
        layer.Act.XX1.Gain = 20f;       // graded: rates carry the comparison of both pathways
        layer.Act.Dt.GTau = 3f;         // cycles; the sequence of bursts and pauses takes its time
        layer.Act.Init.Decay = 0f;      // tonic activity goes on
    }

    /// <summary>Gives units a leak towards activity, and the state in which it leaves them without input.</summary>
    public static void SetTonus(LeabraLayer layer, float leak, float vm, float act)
    {
        (layer.Act.Erev.L, layer.Act.Gbar.L) = (0.8f, leak);
        (layer.Act.Init.Vm, layer.Act.Init.Act) = (vm, act);
    }

    /// <summary>Gives a projection within the circuit its defaults: the same weight everywhere, and no learning.</summary>
    public static void SetDefaults(LeabraProjection projection, float strength, float weight = FixedWeight)
    {
        projection.Learn.Learn = projection.Learn.Norm.On = projection.Learn.Momentum.On = false;
        projection.Learn.WtSig.Gain = 1f;
        (projection.WtInit.Mean, projection.WtInit.Var, projection.WtInit.Sym) = (weight, 0f, false);
        projection.WtScale.Abs = strength;
    }
}
