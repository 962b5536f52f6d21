using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Sets what striatal units learn from: ActLrn = factor × AlphaMax × (1 − slope × AlphaMax).</summary>
internal readonly ref struct GatedActivationKernel(float factor, float slope, AlignedFloats alphaMax, NeuronState units) : IKernel
{
    private readonly float _factor = factor, _slope = slope;
    private readonly ref float _alphaMax = ref alphaMax.Start, _actLrn = ref units.ActLrn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var x = T.Load(ref _alphaMax, i);
        T.Store(x * (1f - x * _slope) * _factor, ref _actLrn, i);
    }
}
