using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Multiplies a column by a number.</summary>
internal readonly ref struct ScaleKernel(float factor, ref float column) : IKernel
{
    private readonly float _factor = factor;
    private readonly ref float _column = ref column;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _column, i) * _factor, ref _column, i);
}
