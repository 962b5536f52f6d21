using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the NMDA channels by one cycle, and adds what they let in to the excitation received.</summary>
/// <remarks>
/// VmEff = Vm + ActVm Act, of the cycle before; NMDA ← NMDA + NMDASyn − NMDA/Tau; Gnmda = Gbar f(VmEff) NMDA; g = GeRaw + Gnmda.
/// Shapes: columns over the network's units. Source: emergent leabra, glong, layer.go, GFmInc.
/// </remarks>
internal readonly ref struct NMDAKernel(in LongConductanceConstants p, NeuronState units, LongConductanceState state, AlignedFloats excitation) : IKernel
{
    private readonly ref readonly LongConductanceConstants _p = ref p;
    private readonly ref float _vm = ref units.Vm.Start, _act = ref units.Act.Start, _geRaw = ref units.GeRaw.Start;
    private readonly ref float _vmEff = ref state.VmEff.Start, _nmda = ref state.NMDA.Start, _nmdaSyn = ref state.NMDASyn.Start, _gnmda = ref state.Gnmda.Start;
    private readonly ref float _excitation = ref excitation.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var vmEff = T.Load(ref _vm, i) + T.Load(ref _act, i) * _p.ActVm;
        var nmda = T.Load(ref _nmda, i);
        nmda = nmda + T.Load(ref _nmdaSyn, i) - _p.Decay(nmda);
        var gnmda = LongConductanceConstants.Conduct(LongConductanceConstants.NMDAGate(vmEff) * _p.NMDAGbar, nmda);
        T.Store(vmEff, ref _vmEff, i);
        T.Store(nmda, ref _nmda, i);
        T.Store(gnmda, ref _gnmda, i);
        T.Store(T.Load(ref _geRaw, i) + gnmda, ref _excitation, i);
    }
}
