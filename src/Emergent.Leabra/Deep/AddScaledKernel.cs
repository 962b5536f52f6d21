using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds a column, times a number, to another.</summary>
internal readonly ref struct AddScaledKernel(float factor, ref float from, ref float to) : IKernel
{
    private readonly float _factor = factor;
    private readonly ref float _from = ref from, _to = ref to;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _to, i) + T.Load(ref _from, i) * _factor, ref _to, i);
}
