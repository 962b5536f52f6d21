using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Sets a column to another, times a number.</summary>
internal readonly ref struct ProductKernel(float factor, ref float from, ref float to) : IKernel
{
    private readonly float _factor = factor;
    private readonly ref float _from = ref from, _to = ref to;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _from, i) * _factor, ref _to, i);
}
