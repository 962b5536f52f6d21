using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Applies the changes in DWt of one sender's synapses, and clears them.</summary>
internal readonly ref struct UpdateKernel<TContrast>(WeightUpdate<TContrast> update, ref float dwt) : IKernel
    where TContrast : struct, IContrast
{
    private readonly WeightUpdate<TContrast> _update = update;
    private readonly ref float _dwt = ref dwt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        _update.Apply(T.Load(ref _dwt, i), i);
        T.Store(0f, ref _dwt, i);
    }
}
