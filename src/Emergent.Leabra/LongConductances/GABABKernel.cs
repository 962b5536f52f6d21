using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Advances the GABA-B channels by one cycle.</summary>
/// <remarks>
/// GABAB += (TauFact GABABx − GABAB)/RiseTau; GABABx ← GABABx + s(Gi) − GABABx/DecayTau, both from the values before;
/// GgabaB = Gbar f(VmEff) (GABAB + Gbase). Shapes: columns over the network's units. Source: emergent leabra, glong, layer.go, ActFmG.
/// </remarks>
internal readonly ref struct GABABKernel(in LongConductanceConstants p, NeuronState units, LongConductanceState state) : IKernel
{
    private readonly ref readonly LongConductanceConstants _p = ref p;
    private readonly ref float _gi = ref units.Gi.Start, _vmEff = ref state.VmEff.Start;
    private readonly ref float _gabab = ref state.GABAB.Start, _gababx = ref state.GABABx.Start, _ggabab = ref state.GgabaB.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T gabab = T.Load(ref _gabab, i), x = T.Load(ref _gababx, i);
        gabab += _p.RiseTau.Divide(x * _p.TauFact - gabab);
        x = x + _p.Drive(T.Load(ref _gi, i)) - _p.DecayTau.Divide(x);
        T.Store(gabab, ref _gabab, i);
        T.Store(x, ref _gababx, i);
        T.Store(LongConductanceConstants.GABABGate(T.Load(ref _vmEff, i)) * _p.GABABGbar * (gabab + _p.Gbase), ref _ggabab, i);
    }
}
