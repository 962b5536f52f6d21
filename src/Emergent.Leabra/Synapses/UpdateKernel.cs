using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Applies the changes in DWt of a sender's synapses, and clears them.</summary>
internal ref struct UpdateKernel<TContrast>(WeightUpdate<TContrast> update, AlignedFloats dwt) : IRowKernel
    where TContrast : struct, IContrast
{
    private WeightUpdate<TContrast> _update = update;
    private readonly ref float _dwts = ref dwt.Start;
    private ref float _dwt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in RowStart row)
    {
        _update.Begin(in row);
        _dwt = ref Unsafe.Add(ref _dwts, row.Place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        _update.Apply(T.Load(ref _dwt, i), i);
        T.Store(0f, ref _dwt, i);
    }
}
