using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The unit variables of a network as columns, one for each of <see cref="NeuronVariables"/>, in that order.</summary>
internal sealed class NeuronState
{
    public NeuronState(Func<int, AlignedFloats> column)
    {
        var next = 0;
        AlignedFloats Next() => column(next++);
        (Act, ActLrn, Ge, Gi, Gk, Inet, Vm, Targ, Ext) = (Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        (AvgSS, AvgS, AvgM, AvgL, AvgLLrn, AvgSLrn) = (Next(), Next(), Next(), Next(), Next(), Next());
        (ActQ0, ActQ1, ActQ2, ActM, ActP, ActDif, ActDel, ActAvg) = (Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        (Noise, GiSyn, GiSelf, ActSent, GeRaw, GiRaw) = (Next(), Next(), Next(), Next(), Next(), Next());
        (GknaFast, GknaMed, GknaSlow, Spike, ISI, ISIAvg) = (Next(), Next(), Next(), Next(), Next(), Next());
        (Target, TargetLrn) = (new AlignedFloats(Act.Length), new AlignedFloats(Act.Length));
    }

    public readonly AlignedFloats Act, ActLrn, Ge, Gi, Gk, Inet, Vm, Targ, Ext;
    public readonly AlignedFloats AvgSS, AvgS, AvgM, AvgL, AvgLLrn, AvgSLrn;
    public readonly AlignedFloats ActQ0, ActQ1, ActQ2, ActM, ActP, ActDif, ActDel, ActAvg;
    public readonly AlignedFloats Noise, GiSyn, GiSelf, ActSent, GeRaw, GiRaw;
    /// <summary>What units are driven towards in this cycle, with and without potassium: scratch, nobody's variable.</summary>
    public readonly AlignedFloats Target, TargetLrn;

    public readonly AlignedFloats GknaFast, GknaMed, GknaSlow, Spike, ISI, ISIAvg;
}
