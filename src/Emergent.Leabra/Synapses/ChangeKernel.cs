using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes the changes of one sender's synapses, and adds them to DWt.</summary>
internal readonly ref struct ChangeKernel<TAccess>(WeightChange<TAccess> change, AlignedFloats dwt) : IKernel
    where TAccess : struct, IReceiverAccess, allows ref struct
{
    private readonly WeightChange<TAccess> _change = change;
    private readonly ref float _dwt = ref dwt.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _dwt, i) + _change.At<T>(i), ref _dwt, i);
}
