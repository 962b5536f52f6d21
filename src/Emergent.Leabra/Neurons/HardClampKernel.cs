using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Sets units to their external input.</summary>
/// <remarks>
/// Act = clip(Ext) + Noise, ActLrn = clip(Ext), Vm = Thr + Act/Gain. With ActNoise, the noise is also inside the clip, as in the reference.
/// Source: emergent leabra, act.go, HardClamp.
/// </remarks>
internal readonly ref struct HardClampKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _ext = ref units.Ext.Start, _noise = ref units.Noise.Start, _act = ref units.Act.Start, _actLrn = ref units.ActLrn.Start;
    private readonly ref float _vm = ref units.Vm.Start, _actDel = ref units.ActDel.Start, _inet = ref units.Inet.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var noise = T.Load(ref _noise, i);
        var clamped = LaneMath.Clip<T>(T.Load(ref _ext, i) + _p.NoiseToAct * noise, _p.ClampMin, _p.ClampMax);
        var act = clamped + noise;
        T.Store(act, ref _act, i);
        T.Store(clamped, ref _actLrn, i);
        T.Store(_p.XX1.Thr + _p.Gain.Divide(act), ref _vm, i);
        T.Store(0f, ref _actDel, i);
        T.Store(0f, ref _inet, i);
    }
}
