using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Records the largest activation of a trial: AlphaMax ← max(AlphaMax, Act).</summary>
internal readonly ref struct LargestActivationKernel(NeuronState units, AlignedFloats alphaMax) : IKernel
{
    private readonly ref float _act = ref units.Act.Start, _alphaMax = ref alphaMax.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Max(T.Load(ref _alphaMax, i), T.Load(ref _act, i)), ref _alphaMax, i);
}
