using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Updates the average over trials and the amount of Hebbian learning that follows from it.</summary>
/// <remarks>
/// Equation: AvgL = max(AvgL + Dt (Gain AvgM − AvgL), Min); AvgLLrn = LrnFact (AvgL − Min), times the layer's error if ErrMod.
/// Source: emergent leabra, learn.go, AvgLFmAvgM.
/// </remarks>
internal readonly ref struct LongAverageKernel(AvgLParams p, float errorFactor, NeuronState units) : IKernel
{
    private readonly float _gain = p.Gain, _min = p.Min, _dt = 1f / p.Tau, _factor = (p.LrnMax - p.LrnMin) / (p.Gain - p.Min);
    private readonly float _error = p.ErrMod ? errorFactor : 1f;
    private readonly ref float _avgM = ref units.AvgM.Start, _avgL = ref units.AvgL.Start, _avgLLrn = ref units.AvgLLrn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var avgL = T.Load(ref _avgL, i);
        avgL = T.Max(avgL + _dt * (_gain * T.Load(ref _avgM, i) - avgL), _min);
        T.Store(avgL, ref _avgL, i);
        T.Store(_factor * (avgL - _min) * _error, ref _avgLLrn, i);
    }
}
