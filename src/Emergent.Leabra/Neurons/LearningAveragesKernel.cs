using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the cascade of running averages of activation that learning reads.</summary>
/// <remarks>
/// Equation: AvgSS += SSDt (ActLrn − AvgSS); AvgS += SDt (AvgSS − AvgS); AvgM += MDt (AvgS − AvgM).
/// AvgSLrn follows from them and is worked out when it is needed, see <see cref="LearningSignalKernel"/>.
/// Source: emergent leabra, learn.go, AvgsFmAct.
/// </remarks>
internal readonly ref struct LearningAveragesKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _actLrn = ref units.ActLrn.Start, _avgSS = ref units.AvgSS.Start, _avgS = ref units.AvgS.Start;
    private readonly ref float _avgM = ref units.AvgM.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T avgSS = T.Load(ref _avgSS, i), avgS = T.Load(ref _avgS, i), avgM = T.Load(ref _avgM, i);
        avgSS = _p.SSDt.Step(avgSS, T.Load(ref _actLrn, i));
        avgS = _p.SDt.Step(avgS, avgSS);
        avgM = _p.MDt.Step(avgM, avgS);
        T.Store(avgSS, ref _avgSS, i);
        T.Store(avgS, ref _avgS, i);
        T.Store(avgM, ref _avgM, i);
    }
}
