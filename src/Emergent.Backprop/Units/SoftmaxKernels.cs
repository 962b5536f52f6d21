using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Act = e^(Net − largest), which is still to be divided by its sum.</summary>
internal readonly ref struct SoftmaxExponentialKernel(UnitState units, float largest) : IKernel
{
    private readonly float _largest = largest;
    private readonly ref float _net = ref units.Net.Start, _act = ref units.Act.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(Vanishing.ToZero(Exponential.Of(T.Load(ref _net, i) - _largest)), ref _act, i);
}

/// <summary>Act = Act / sum.</summary>
internal readonly ref struct SoftmaxShareKernel(UnitState units, float sum) : IKernel
{
    private readonly float _sum = sum;
    private readonly ref float _act = ref units.Act.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(Vanishing.ToZero(T.Load(ref _act, i) / _sum), ref _act, i);
}

/// <summary>Delta = Act (Err − mean), where mean is the sum of Err × Act over the pool.</summary>
internal readonly ref struct SoftmaxDeltaKernel(UnitState units, float mean) : IKernel
{
    private readonly float _mean = mean;
    private readonly ref float _act = ref units.Act.Start, _err = ref units.Err.Start, _delta = ref units.Delta.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> =>
        T.Store(Vanishing.ToZero(T.Load(ref _act, i) * (T.Load(ref _err, i) - _mean)), ref _delta, i);
}
