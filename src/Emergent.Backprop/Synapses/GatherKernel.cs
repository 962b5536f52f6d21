using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Adds the gradients of one trial to a row of those of the batch: DWt ← DWt + act Delta.</summary>
internal readonly ref struct GatherKernel(float act, ref float delta, ref float sum) : IKernel
{
    private readonly float _act = act;
    private readonly ref float _delta = ref delta, _sum = ref sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _sum, i) + T.Load(ref _delta, i) * _act, ref _sum, i);
}
