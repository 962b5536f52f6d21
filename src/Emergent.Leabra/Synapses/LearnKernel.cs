using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

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
