using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Act = f(Net).</summary>
internal readonly ref struct ActivationKernel<TFunction>(UnitState units) : IKernel where TFunction : struct, IActivation
{
    private readonly ref float _net = ref units.Net.Start, _act = ref units.Act.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(TFunction.Act(T.Load(ref _net, i)), ref _act, i);
}
