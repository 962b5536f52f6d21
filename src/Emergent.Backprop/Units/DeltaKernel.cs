using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Delta = f′(Net) Err.</summary>
internal readonly ref struct DeltaKernel<TFunction>(UnitState units) : IKernel where TFunction : struct, IActivation
{
    private readonly ref float _act = ref units.Act.Start, _err = ref units.Err.Start, _delta = ref units.Delta.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> =>
        T.Store(Vanishing.ToZero(TFunction.Slope(T.Load(ref _act, i)) * T.Load(ref _err, i)), ref _delta, i);
}
