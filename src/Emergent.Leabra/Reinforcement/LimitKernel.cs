using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Copies a column within limits.</summary>
internal readonly ref struct LimitKernel(RangeParams range, ref float from, ref float to) : IKernel
{
    private readonly float _min = range.Min, _max = range.Max;
    private readonly ref float _from = ref from, _to = ref to;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(LaneMath.Clip<T>(T.Load(ref _from, i), _min, _max), ref _to, i);
}
