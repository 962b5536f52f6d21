using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Moves a column towards a number by a share of the way: x −= decay (x − initial).</summary>
internal readonly ref struct DecayTowardsKernel(float decay, float initial, ref float column) : IKernel
{
    private readonly float _decay = decay, _initial = initial;
    private readonly ref float _column = ref column;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var x = T.Load(ref _column, i);
        T.Store(x - _decay * (x - _initial), ref _column, i);
    }
}
