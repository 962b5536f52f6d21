using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>The unit variables of a network as columns, one for each of <see cref="UnitVariables"/>, in that order.</summary>
internal sealed class UnitState
{
    public UnitState(Func<int, AlignedFloats> column)
    {
        var next = 0;
        AlignedFloats Next() => column(next++);
        (Act, Net, Err, Delta, Targ, Ext) = (Next(), Next(), Next(), Next(), Next(), Next());
        (Bias, DBias, BiasMoment, BiasSquare) = (Next(), Next(), Next(), Next());
    }

    public readonly AlignedFloats Act, Net, Err, Delta, Targ, Ext;
    public readonly AlignedFloats Bias, DBias, BiasMoment, BiasSquare;
}
