using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes the changes of a sender's synapses, and adds them to DWt.</summary>
internal ref struct ChangeKernel(WeightChange change, AlignedFloats dwt) : IRowKernel
{
    private WeightChange _change = change;
    private readonly ref float _dwts = ref dwt.Start;
    private ref float _dwt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in RowStart row)
    {
        _change.Begin(in row);
        _dwt = ref Unsafe.Add(ref _dwts, row.Place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _dwt, i) + _change.At<T>(i), ref _dwt, i);
}
