using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Integrates excitation over time: Ge += GDt (GeRaw − Ge).</summary>
/// <remarks>Source: emergent leabra, act.go, GeFmRaw.</remarks>
internal readonly ref struct ExcitationKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _ge = ref units.Ge.Start, _geRaw = ref units.GeRaw.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var ge = T.Load(ref _ge, i);
        T.Store(ge + _p.GDt * (T.Load(ref _geRaw, i) - ge), ref _ge, i);
    }
}

/// <summary>Integrates excitation of softly clamped units: the external input joins what was received.</summary>
/// <remarks>Equation: g = keep GeRaw + drive Ext, where keep is 1 and drive Clamp.Gain, or both shares of an average; Ge += GDt (g − Ge).</remarks>
internal readonly ref struct SoftClampKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _ge = ref units.Ge.Start, _geRaw = ref units.GeRaw.Start, _ext = ref units.Ext.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var ge = T.Load(ref _ge, i);
        var g = _p.ClampDrive * T.Load(ref _ext, i) + _p.ClampKeep * T.Load(ref _geRaw, i);
        T.Store(ge + _p.GDt * (g - ge), ref _ge, i);
    }
}

/// <summary>Integrates inhibition from projections over time: GiSyn += GDt (GiRaw − GiSyn), at least 0.</summary>
internal readonly ref struct SynapticInhibitionKernel(in UnitConstants p, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _giSyn = ref units.GiSyn.Start, _giRaw = ref units.GiRaw.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var giSyn = T.Load(ref _giSyn, i);
        T.Store(LaneMath.Max<T>(giSyn + _p.GDt * (T.Load(ref _giRaw, i) - giSyn), 0f), ref _giSyn, i);
    }
}

/// <summary>Adds one column to another.</summary>
internal readonly ref struct AddKernel(ref float target, ref float source) : IKernel
{
    private readonly ref float _target = ref target, _source = ref source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _target, i) + T.Load(ref _source, i), ref _target, i);
}
