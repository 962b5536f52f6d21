using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds two columns into a third.</summary>
internal readonly ref struct SumKernel(ref float first, ref float second, ref float sum) : IKernel
{
    private readonly ref float _first = ref first, _second = ref second, _sum = ref sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _first, i) + T.Load(ref _second, i), ref _sum, i);
}
