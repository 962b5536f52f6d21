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

/// <summary>Computes and applies the changes of one sender's synapses in one pass, so that they never reach memory.</summary>
/// <remarks>The same bits as <see cref="ChangeKernel{TAccess}"/> followed by <see cref="UpdateKernel{TContrast, TAccess}"/>: no change depends on a weight.</remarks>
internal readonly ref struct LearnKernel<TContrast, TAccess>(WeightChange<TAccess> change, WeightUpdate<TContrast, TAccess> update) : IKernel
    where TContrast : struct, IContrast
    where TAccess : struct, IReceiverAccess, allows ref struct
{
    private readonly WeightChange<TAccess> _change = change;
    private readonly WeightUpdate<TContrast, TAccess> _update = update;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => _update.Apply(_change.At<T>(i), i);
}
