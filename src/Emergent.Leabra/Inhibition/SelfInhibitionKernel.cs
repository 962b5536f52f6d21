using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the inhibition of each unit by itself: GiSelf += Dt (Gi Act − GiSelf).</summary>
internal readonly ref struct SelfInhibitionKernel(SelfInhibParams p, NeuronState units) : IKernel
{
    private readonly float _gi = p.Gi, _dt = 1f / p.Tau;
    private readonly ref float _act = ref units.Act.Start, _giSelf = ref units.GiSelf.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var giSelf = T.Load(ref _giSelf, i);
        T.Store(giSelf + _dt * (_gi * T.Load(ref _act, i) - giSelf), ref _giSelf, i);
    }
}
