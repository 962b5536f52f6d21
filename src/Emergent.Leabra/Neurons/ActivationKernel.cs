using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What a layer's activation has beside the plain rate code; known when a kernel is compiled, so that plain layers pay nothing.</summary>
internal interface IActivationExtras
{
    static abstract bool HasPotassium { get; }
    static abstract bool HasNoise { get; }
}

internal readonly struct PlainActivation : IActivationExtras
{
    public static bool HasPotassium => false;
    public static bool HasNoise => false;
}

internal readonly struct AdaptingActivation : IActivationExtras
{
    public static bool HasPotassium => true;
    public static bool HasNoise => false;
}

internal readonly struct NoisyActivation : IActivationExtras
{
    public static bool HasPotassium => true;
    public static bool HasNoise => true;
}

/// <summary>Advances membrane potential, rate-coded activation and learning averages by one cycle.</summary>
/// <remarks>
/// Inet = Ge (Ee − Vm) + GbarL (El − Vm) + Gi (Ei − Vm) + Gk (Ek − Vm), each g times its Gbar; Vm ← clip(Vm + VmDt Inet).
/// Act ← Act + VmDt (NoisyXX1(drive) − Act), where drive = Ge − GeThr, the excess over the conductance that would just hold Vm at
/// threshold, or Vm − Thr while the unit is silent. ActLrn is the same without potassium.
/// Shapes: columns over the network's units. Units: 0…1 stands for −100…0 mV; one cycle is 1 ms.
/// Source: emergent leabra, act.go, VmFmG and ActFmG.
/// </remarks>
internal readonly ref struct ActivationKernel<TExtras>(in UnitConstants p, NeuronState units) : IKernel where TExtras : struct, IActivationExtras
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _act = ref units.Act.Start, _actLrn = ref units.ActLrn.Start, _actDel = ref units.ActDel.Start;
    private readonly ref float _ge = ref units.Ge.Start, _gi = ref units.Gi.Start, _gk = ref units.Gk.Start;
    private readonly ref float _inet = ref units.Inet.Start, _vm = ref units.Vm.Start, _noise = ref units.Noise.Start;
    private readonly LearningAverages _averages = new(in p, units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T act = T.Load(ref _act, i), actLrn = T.Load(ref _actLrn, i), vm = T.Load(ref _vm, i), gi = T.Load(ref _gi, i);
        var geScaled = T.Load(ref _ge, i) * _p.GbarE;
        var giScaled = gi * _p.GbarI;

        var inet = geScaled * ((T)_p.ErevE - vm) + (T)_p.GbarL * ((T)_p.ErevL - vm) + giScaled * ((T)_p.ErevI - vm);
        if (TExtras.HasPotassium) { inet += T.Load(ref _gk, i) * _p.GbarK * ((T)_p.ErevK - vm); }
        vm += (T)_p.VmDt * inet;
        if (TExtras.HasNoise) { vm += (T)_p.NoiseToVm * T.Load(ref _noise, i); }
        vm = LaneMath.Clip<T>(vm, _p.VmMin, _p.VmMax);

        // A silent unit below threshold is driven by Vm, not by Ge; otherwise it would fire before Vm has risen.
        var isSilent = T.LessThan(act, _p.VmActThr) & T.LessOrEqual(vm, _p.XX1.Thr);
        var belowThr = vm - _p.XX1.Thr;
        var thrCurrent = (T)_p.GbarI * gi * _p.ErevSubThrI + _p.LeakAtThr;
        var target = _p.XX1.NoisyXX1(T.Select(isSilent, belowThr, geScaled - thrCurrent / _p.ThrSubErevE));
        var targetLrn = target;
        if (TExtras.HasPotassium)
        {
            var thrCurrentK = thrCurrent + (T)_p.GbarK * T.Load(ref _gk, i) * _p.ErevSubThrK;
            target = _p.XX1.NoisyXX1(T.Select(isSilent, belowThr, geScaled - thrCurrentK / _p.ThrSubErevE));
        }

        var newAct = act + (T)_p.VmDt * (target - act);
        T.Store(newAct - act, ref _actDel, i);
        if (TExtras.HasNoise) { newAct += (T)_p.NoiseToAct * T.Load(ref _noise, i); }
        actLrn += (T)_p.VmDt * (targetLrn - actLrn);
        T.Store(inet, ref _inet, i);
        T.Store(vm, ref _vm, i);
        T.Store(newAct, ref _act, i);
        T.Store(actLrn, ref _actLrn, i);
        _averages.Advance(actLrn, i);
    }
}
