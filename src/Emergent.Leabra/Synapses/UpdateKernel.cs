using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Applies the changes in DWt of one sender's synapses, and clears them.</summary>
internal readonly ref struct UpdateKernel<TContrast, TAccess>(WeightUpdate<TContrast, TAccess> update, AlignedFloats dwt) : IKernel
    where TContrast : struct, IContrast
    where TAccess : struct, IReceiverAccess, allows ref struct
{
    private readonly WeightUpdate<TContrast, TAccess> _update = update;
    private readonly ref float _dwt = ref dwt.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        _update.Apply(T.Load(ref _dwt, i), i);
        T.Store(0f, ref _dwt, i);
    }
}
