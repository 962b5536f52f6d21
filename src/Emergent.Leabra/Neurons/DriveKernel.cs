using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Finds the activation that each unit is driven towards in this cycle: NoisyXX1 of its drive.</summary>
/// <remarks>
/// drive = Ge − GeThr, the excess over the conductance that would just hold Vm at threshold, or Vm − Thr while the unit is silent.
/// A pass of its own, because together with the passes around it it is more than the JIT inlines into one loop (measured 2026-11: 3 times slower).
/// Shapes: columns over the network's units. Source: emergent leabra, act.go, ActFmG.
/// </remarks>
internal readonly ref struct DriveKernel<TExtras>(in UnitConstants p, NeuronState units, AlignedFloats target) : IKernel where TExtras : struct, IActivationExtras
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _act = ref units.Act.Start, _vm = ref units.Vm.Start;
    private readonly ref float _ge = ref units.Ge.Start, _gi = ref units.Gi.Start, _gk = ref units.Gk.Start;
    private readonly ref float _target = ref target.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var vm = T.Load(ref _vm, i);
        var thrCurrent = T.Load(ref _gi, i) * _p.GbarI * _p.ErevSubThrI + _p.LeakAtThr;
        if (TExtras.HasPotassium) { thrCurrent += T.Load(ref _gk, i) * _p.GbarK * _p.ErevSubThrK; }

        // A silent unit below threshold is driven by Vm, not by Ge; otherwise it would fire before Vm has risen.
        var byGe = T.Load(ref _ge, i) * _p.GbarE - _p.ThrSubErevE.Divide(thrCurrent);
        var drive = T.IfLess(T.Load(ref _act, i), _p.VmActThr, T.IfLessOrEqual(vm, _p.XX1.Thr, vm - _p.XX1.Thr, byGe), byGe);
        T.Store(_p.XX1.NoisyXX1(drive), ref _target, i);
    }
}
