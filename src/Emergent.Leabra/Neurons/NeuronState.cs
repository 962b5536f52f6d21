using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The unit variables of a network as columns, one for each of <see cref="NeuronVariables"/>, in that order.</summary>
internal sealed class NeuronState
{
    private readonly Func<int, AlignedFloats> _column;
    private int _next;

    public NeuronState(Func<int, AlignedFloats> column)
    {
        _column = column;
        (Act, ActLrn, Ge, Gi, Gk, Inet, Vm, Targ, Ext) = (Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        (AvgSS, AvgS, AvgM, AvgL, AvgLLrn, AvgSLrn) = (Next(), Next(), Next(), Next(), Next(), Next());
        (ActQ0, ActQ1, ActQ2, ActM, ActP, ActDif, ActDel, ActAvg) = (Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
        (Noise, GiSyn, GiSelf, ActSent, GeRaw, GiRaw) = (Next(), Next(), Next(), Next(), Next(), Next());
        (GknaFast, GknaMed, GknaSlow, Spike, ISI, ISIAvg) = (Next(), Next(), Next(), Next(), Next(), Next());
    }

    public readonly AlignedFloats Act, ActLrn, Ge, Gi, Gk, Inet, Vm, Targ, Ext;
    public readonly AlignedFloats AvgSS, AvgS, AvgM, AvgL, AvgLLrn, AvgSLrn;
    public readonly AlignedFloats ActQ0, ActQ1, ActQ2, ActM, ActP, ActDif, ActDel, ActAvg;
    public readonly AlignedFloats Noise, GiSyn, GiSelf, ActSent, GeRaw, GiRaw;
    public readonly AlignedFloats GknaFast, GknaMed, GknaSlow, Spike, ISI, ISIAvg;

    private AlignedFloats Next() => _column(_next++);
}
