using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Integrates excitation over time: Ge += GDt (g − Ge).</summary>
/// <remarks>g is GeRaw, or what a mechanism makes of it. Source: emergent leabra, act.go, GeFmRaw.</remarks>
internal readonly ref struct ExcitationKernel(in UnitConstants p, NeuronState units, AlignedFloats excitation) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _ge = ref units.Ge.Start, _geRaw = ref excitation.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var ge = T.Load(ref _ge, i);
        T.Store(ge + (T.Load(ref _geRaw, i) - ge) * _p.GDt, ref _ge, i);
    }
}
