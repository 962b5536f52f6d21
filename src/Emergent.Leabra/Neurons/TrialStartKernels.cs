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
        avgL = LaneMath.Max<T>(avgL + _dt * (_gain * T.Load(ref _avgM, i) - avgL), _min);
        T.Store(avgL, ref _avgL, i);
        T.Store(_factor * (avgL - _min) * _error, ref _avgLLrn, i);
    }
}

/// <summary>Moves the state of units towards their initial state by a share of the way.</summary>
/// <remarks>Learning averages, ActLrn and adaptation stay. Source: emergent leabra, act.go, DecayState.</remarks>
internal readonly ref struct DecayKernel(float decay, ActInitParams init, NeuronState units) : IKernel
{
    private readonly float _decay = decay, _initAct = init.Act, _initGe = init.Ge, _initVm = init.Vm;
    private readonly ref float _act = ref units.Act.Start, _ge = ref units.Ge.Start, _gi = ref units.Gi.Start, _giSelf = ref units.GiSelf.Start;
    private readonly ref float _gk = ref units.Gk.Start, _vm = ref units.Vm.Start, _giSyn = ref units.GiSyn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        Towards<T>(ref _act, _initAct, i);
        Towards<T>(ref _ge, _initGe, i);
        Towards<T>(ref _gi, 0f, i);
        Towards<T>(ref _giSelf, 0f, i);
        Towards<T>(ref _gk, 0f, i);
        Towards<T>(ref _vm, _initVm, i);
        Towards<T>(ref _giSyn, 0f, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Towards<T>(ref float column, float initial, nuint i) where T : struct, ILanes<T>
    {
        var x = T.Load(ref column, i);
        T.Store(x - _decay * (x - initial), ref column, i);
    }
}

/// <summary>Advances the long-term average activation at the end of a trial, and the difference of the phases.</summary>
internal readonly ref struct PlusPhaseEndKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly float _dt = p.AvgDt;
    private readonly ref float _act = ref units.Act.Start, _actM = ref units.ActM.Start, _actP = ref units.ActP.Start;
    private readonly ref float _actDif = ref units.ActDif.Start, _actAvg = ref units.ActAvg.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T act = T.Load(ref _act, i), avg = T.Load(ref _actAvg, i);
        T.Store(act, ref _actP, i);
        T.Store(act - T.Load(ref _actM, i), ref _actDif, i);
        T.Store(avg + _dt * (act - avg), ref _actAvg, i);
    }
}
