using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Works out the short-term average that learning reads: AvgSLrn = LrnS AvgS + LrnM AvgM.</summary>
/// <remarks>
/// Once a trial, or when somebody reads it, and not in each cycle: the averages of silent units are denormal numbers, and many processors take
/// a hundred times as long to multiply those. Source: emergent leabra, learn.go, AvgsFmAct.
/// </remarks>
internal readonly ref struct LearningSignalKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _avgS = ref units.AvgS.Start, _avgM = ref units.AvgM.Start, _avgSLrn = ref units.AvgSLrn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(_p.LrnS * T.Load(ref _avgS, i) + _p.LrnM * T.Load(ref _avgM, i), ref _avgSLrn, i);
}
