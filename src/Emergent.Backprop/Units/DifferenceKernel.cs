using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Adds Targ − total Act to a variable, where total is the sum of targets that Act is a share of: 1 but for softmax.</summary>
internal readonly ref struct DifferenceKernel(UnitState units, AlignedFloats sum, float total) : IKernel
{
    private readonly float _total = total;
    private readonly ref float _act = ref units.Act.Start, _targ = ref units.Targ.Start, _sum = ref sum.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> =>
        T.Store(T.Load(ref _sum, i) + (T.Load(ref _targ, i) - T.Load(ref _act, i) * _total), ref _sum, i);
}
