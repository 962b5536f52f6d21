using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes the changes of one sender's synapses, and adds them to DWt.</summary>
internal readonly ref struct ChangeKernel(WeightChange change, ref float dwt) : IKernel
{
    private readonly WeightChange _change = change;
    private readonly ref float _dwt = ref dwt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _dwt, i) + _change.At<T>(i), ref _dwt, i);
}
