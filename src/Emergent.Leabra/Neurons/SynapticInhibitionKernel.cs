using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Integrates inhibition from projections over time: GiSyn += GDt (GiRaw − GiSyn), at least 0.</summary>
internal readonly ref struct SynapticInhibitionKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _giSyn = ref units.GiSyn.Start, _giRaw = ref units.GiRaw.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var giSyn = T.Load(ref _giSyn, i);
        T.Store(T.Max(giSyn + _p.GDt * (T.Load(ref _giRaw, i) - giSyn), 0f), ref _giSyn, i);
    }
}
