using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds delayed inhibition: Gi += PrvTrl GePrvTrl + PrvQ GePrvQ.</summary>
internal readonly ref struct DelayedInhibitionKernel(DelayedInhibitionParams p, NeuronState units, AlignedFloats gePrvQ, AlignedFloats gePrvTrl) : IKernel
{
    private readonly float _prvQ = p.PrvQ, _prvTrl = p.PrvTrl;
    private readonly ref float _gi = ref units.Gi.Start, _gePrvQ = ref gePrvQ.Start, _gePrvTrl = ref gePrvTrl.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> =>
        T.Store(T.Load(ref _gi, i) + (T.Load(ref _gePrvTrl, i) * _prvTrl + T.Load(ref _gePrvQ, i) * _prvQ), ref _gi, i);
}
