using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes and applies the changes of a sender's synapses in one pass, so that they never reach memory.</summary>
/// <remarks>The same bits as <see cref="ChangeKernel"/> followed by <see cref="UpdateKernel{TContrast}"/>: no change depends on a weight.</remarks>
internal ref struct LearnKernel<TContrast>(WeightChange change, WeightUpdate<TContrast> update) : IRowKernel
    where TContrast : struct, IContrast
{
    private WeightChange _change = change;
    private WeightUpdate<TContrast> _update = update;
    private nint _ahead;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in RowStart row)
    {
        _change.Begin(in row);
        _update.Begin(in row);
        _ahead = row.Ahead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        _change.Prefetch((nint)i + _ahead);
        _update.Prefetch((nint)i + _ahead);
        _update.Apply(_change.At<T>(i), i);
    }
}
