using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the membrane potential of spiking units by a half step and a whole one from there; refractory units keep theirs.</summary>
/// <remarks>
/// I(v) = Ge (Ee − v) + GbarL (El − v) + Gi (Ei − v) + Gk (Ek − v); h = Vm + VmDt/2 I(Vm); Inet = I(h), with the exponential slope
/// + GbarL ExpSlope e^((h − Thr)/ExpSlope); Vm ← clip(Vm + VmDt Inet). Refractory units keep Inet and Gk too.
/// Shapes: columns over the network's units. Source: emergent leabra, spike.go, VmFmG.
/// </remarks>
internal readonly ref struct SpikePotentialKernel<TRise>(in UnitConstants p, in SpikeConstants spike, NeuronState units) : IKernel where TRise : struct, ISpikeRise
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref readonly SpikeConstants _spike = ref spike;
    private readonly ref float _ge = ref units.Ge.Start, _gi = ref units.Gi.Start, _gk = ref units.Gk.Start, _isi = ref units.ISI.Start;
    private readonly ref float _fast = ref units.GknaFast.Start, _med = ref units.GknaMed.Start, _slow = ref units.GknaSlow.Start;
    private readonly ref float _inet = ref units.Inet.Start, _vm = ref units.Vm.Start, _noise = ref units.Noise.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T vm = T.Load(ref _vm, i), isi = T.Load(ref _isi, i);
        var isRefractory = T.LessOrEqual(0f, isi) & T.LessThan(isi, _spike.RefractoryCycles);
        T ge = T.Load(ref _ge, i) * _p.GbarE, gi = T.Load(ref _gi, i) * _p.GbarI;
        var gk = _p.GbarK * (T.Load(ref _fast, i) + T.Load(ref _med, i) + T.Load(ref _slow, i));

        var half = vm + _spike.HalfVmDt * Current(vm, ge, gi, gk);
        var current = Current(half, ge, gi, gk);
        if (TRise.IsExponential)
        {
            var exponent = T.Select(isRefractory, float.NegativeInfinity, (half - _p.XX1.Thr) / _spike.ExpSlope);
            current += _spike.ExpScale * Exponential.Of(exponent);
        }
        var next = T.Select(isRefractory, vm, vm + _p.VmDt * current) + _p.NoiseToVm * T.Load(ref _noise, i);
        T.Store(LaneMath.Clip<T>(next, _p.VmMin, _p.VmMax), ref _vm, i);
        T.Store(T.Select(isRefractory, T.Load(ref _inet, i), current), ref _inet, i);
        T.Store(T.Select(isRefractory, T.Load(ref _gk, i), gk), ref _gk, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Current<T>(T vm, T ge, T gi, T gk) where T : struct, ILanes<T> =>
        ge * (_p.ErevE - vm) + _p.GbarL * (_p.ErevL - vm) + gi * (_p.ErevI - vm) + gk * (_p.ErevK - vm);

    /// <summary>e^x in double, rounded, as the reference has it.</summary>
    private readonly struct Exponential : ILaneFunction
    {
        private const float Vanishing = -104f;   // e^x rounds to 0 from here down

        public static T Of<T>(T x) where T : struct, ILanes<T> => T.AllLess(x, Vanishing) ? 0f : T.Map(x, default(Exponential));

        public float Invoke(float x) => x < Vanishing ? 0f : (float)Math.Exp(x);
    }
}
