using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Integrates excitation of softly clamped units: the external input joins what was received.</summary>
/// <remarks>Equation: g = keep r + drive Ext, where r is GeRaw, or what a mechanism makes of it, keep is 1 and drive Clamp.Gain, or both shares of an average; Ge += GDt (g − Ge).</remarks>
internal readonly ref struct SoftClampKernel(in UnitConstants p, NeuronState units, AlignedFloats excitation) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _ge = ref units.Ge.Start, _geRaw = ref excitation.Start, _ext = ref units.Ext.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var ge = T.Load(ref _ge, i);
        var g = _p.ClampDrive * T.Load(ref _ext, i) + _p.ClampKeep * T.Load(ref _geRaw, i);
        T.Store(ge + _p.GDt * (g - ge), ref _ge, i);
    }
}
