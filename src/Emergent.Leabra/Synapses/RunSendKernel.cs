using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds what one sender sends to a run of neighbouring receivers: sum += x × Wt.</summary>
internal readonly ref struct RunSendKernel(float x, ref float weights, ref float sums) : IKernel
{
    private readonly float _x = x;
    private readonly ref float _weights = ref weights, _sums = ref sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _sums, i) + _x * T.Load(ref _weights, i), ref _sums, i);
}
