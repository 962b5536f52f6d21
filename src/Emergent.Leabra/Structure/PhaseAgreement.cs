namespace Emergent.Leabra;

/// <summary>How well a layer's minus phase agreed with its plus phase: the cosine of the two, each less its average, and its running mean.</summary>
/// <remarks>Source: emergent leabra, layer.go, CosDiffFmActs; learn.go, AvgVarFmCos.</remarks>
public sealed class PhaseAgreement
{
    /// <summary>The agreement in the last trial, −1…1.</summary>
    public float Cos { get; private set; }

    /// <summary>The running average.</summary>
    public float Avg { get; private set; }

    /// <summary>The running variance.</summary>
    public float Var { get; private set; }

    /// <summary>The layer's error on average: 1 − Avg; 0 for target layers.</summary>
    public float AvgLrn { get; private set; }

    /// <summary>The factor on Hebbian learning that follows from it: more error, more learning.</summary>
    public float ModAvgLLrn { get; private set; }

    internal void Reset() => (Cos, Avg, Var, AvgLrn, ModAvgLLrn) = (0f, 0f, 0f, 0f, 0f);

    /// <summary>Updates from the two phases' activations and their averages, over the units that take part.</summary>
    internal void Update(
        ReadOnlySpan<float> actM, float avgM, ReadOnlySpan<float> actP, float avgP, UnitRanges units, LearnNeuronParams learn, bool isTarget)
    {
        float product = 0f, minus = 0f, plus = 0f;
        for (var r = 0; r < units.Count; r++)
        {
            var (start, count) = units[r];
            for (var i = start; i < start + count; i++)
            {
                float p = actP[i] - avgP, m = actM[i] - avgM;
                product += p * m;
                minus += m * m;
                plus += p * p;
            }
        }
        var norm = (float)Math.Sqrt(minus * plus);
        Update(norm != 0f ? product / norm : product, learn, isTarget);
    }

    internal void Update(float cos, LearnNeuronParams learn, bool isTarget)
    {
        Cos = cos;
        float dt = 1f / learn.CosDiff.Tau, dtC = 1f - dt;
        if (Avg == 0f) { (Avg, Var) = (cos, 0f); }
        else
        {
            var delta = cos - Avg;
            var increment = dt * delta;
            Avg += increment;
            Var = Var == 0f ? 2f * dtC * delta * increment : dtC * (Var + delta * increment);
        }
        if (isTarget) { (AvgLrn, ModAvgLLrn) = (0f, 0f); }
        else
        {
            AvgLrn = 1f - Avg;
            ModAvgLLrn = learn.AvgL.ErrMod ? MathF.Max(AvgLrn, learn.AvgL.ModMin) : 1f;
        }
    }
}
