using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds up the inhibition of the units of a pool: the pool's, the unit's own, and that of projections.</summary>
internal readonly ref struct TotalInhibitionKernel(float poolGi, NeuronState units) : IKernel
{
    private readonly float _poolGi = poolGi;
    private readonly ref float _gi = ref units.Gi.Start, _giSelf = ref units.GiSelf.Start, _giSyn = ref units.GiSyn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> =>
        T.Store((T)_poolGi + T.Load(ref _giSelf, i) + T.Load(ref _giSyn, i), ref _gi, i);
}
