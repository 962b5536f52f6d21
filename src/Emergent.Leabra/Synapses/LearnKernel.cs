using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes and applies the changes of one sender's synapses in one pass, so that they never reach memory.</summary>
/// <remarks>The same bits as <see cref="ChangeKernel"/> followed by <see cref="UpdateKernel{TContrast}"/>: no change depends on a weight.</remarks>
internal readonly ref struct LearnKernel<TContrast>(WeightChange change, WeightUpdate<TContrast> update, nint ahead) : IKernel
    where TContrast : struct, IContrast
{
    private readonly WeightChange _change = change;
    private readonly WeightUpdate<TContrast> _update = update;
    private readonly nint _ahead = ahead;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        _change.Prefetch((nint)i + _ahead);
        _update.Prefetch((nint)i + _ahead);
        _update.Apply(_change.At<T>(i), i);
    }
}
