using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the membrane potential by one cycle.</summary>
/// <remarks>
/// Inet = Ge (Ee − Vm) + GbarL (El − Vm) + Gi (Ei − Vm) + Gk (Ek − Vm), each g times its Gbar; Vm ← clip(Vm + VmDt Inet).
/// Shapes: columns over the network's units. Units: 0…1 stands for −100…0 mV; one cycle is 1 ms.
/// Source: emergent leabra, act.go, VmFmG.
/// </remarks>
internal readonly ref struct PotentialKernel<TExtras>(in UnitConstants p, NeuronState units) : IKernel where TExtras : struct, IActivationExtras
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _ge = ref units.Ge.Start, _gi = ref units.Gi.Start, _gk = ref units.Gk.Start;
    private readonly ref float _inet = ref units.Inet.Start, _vm = ref units.Vm.Start, _noise = ref units.Noise.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var vm = T.Load(ref _vm, i);
        var inet = T.Load(ref _ge, i) * _p.GbarE * (_p.ErevE - vm) + (_p.ErevL - vm) * _p.GbarL + T.Load(ref _gi, i) * _p.GbarI * (_p.ErevI - vm);
        if (TExtras.HasPotassium) { inet += T.Load(ref _gk, i) * _p.GbarK * (_p.ErevK - vm); }
        vm += inet * _p.VmDt;
        if (TExtras.HasNoise) { vm += _p.NoiseToVm * T.Load(ref _noise, i); }
        T.Store(inet, ref _inet, i);
        T.Store(LaneMath.Clip<T>(vm, _p.VmMin, _p.VmMax), ref _vm, i);
    }
}
