using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Copies a column where it is above a threshold, and 0 elsewhere.</summary>
internal readonly ref struct AboveThresholdKernel(float threshold, ref float from, ref float to) : IKernel
{
    private readonly float _threshold = threshold;
    private readonly ref float _from = ref from, _to = ref to;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var x = T.Load(ref _from, i);
        T.Store(T.IfLess(_threshold, x, x, 0f), ref _to, i);
    }
}
