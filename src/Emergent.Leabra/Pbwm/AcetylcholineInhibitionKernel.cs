using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds inhibition that acetylcholine lifts: Gi += strength × (1 − ACh).</summary>
internal readonly ref struct AcetylcholineInhibitionKernel(float strength, ref float ach, ref float gi) : IKernel
{
    private readonly float _strength = strength;
    private readonly ref float _ach = ref ach, _gi = ref gi;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _gi, i) + (1f - T.Load(ref _ach, i)) * _strength, ref _gi, i);
}
