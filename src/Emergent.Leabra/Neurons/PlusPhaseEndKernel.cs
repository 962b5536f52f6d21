using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the long-term average activation at the end of a trial, and the difference of the phases.</summary>
internal readonly ref struct PlusPhaseEndKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly float _dt = p.AvgDt;
    private readonly ref float _act = ref units.Act.Start, _actM = ref units.ActM.Start, _actP = ref units.ActP.Start;
    private readonly ref float _actDif = ref units.ActDif.Start, _actAvg = ref units.ActAvg.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T act = T.Load(ref _act, i), avg = T.Load(ref _actAvg, i);
        T.Store(act, ref _actP, i);
        T.Store(act - T.Load(ref _actM, i), ref _actDif, i);
        T.Store(avg + _dt * (act - avg), ref _actAvg, i);
    }
}
