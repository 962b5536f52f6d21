using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Moves the rate-coded activation towards its target by one cycle: Act += VmDt (target − Act).</summary>
/// <remarks>
/// ActLrn does the same with the target without potassium, so that learning sees no adaptation.
/// Shapes: columns over the network's units. Source: emergent leabra, act.go, ActFmG.
/// </remarks>
internal readonly ref struct ActivationKernel<TExtras>(in UnitConstants p, NeuronState units, AlignedFloats target, AlignedFloats targetLrn) : IKernel
    where TExtras : struct, IActivationExtras
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref float _act = ref units.Act.Start, _actLrn = ref units.ActLrn.Start, _actDel = ref units.ActDel.Start;
    private readonly ref float _noise = ref units.Noise.Start, _target = ref target.Start, _targetLrn = ref targetLrn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T act = T.Load(ref _act, i), actLrn = T.Load(ref _actLrn, i);
        var newAct = _p.VmStep.Step(act, T.Load(ref _target, i));
        T.Store(newAct - act, ref _actDel, i);
        if (TExtras.HasNoise) { newAct += _p.NoiseToAct * T.Load(ref _noise, i); }
        T.Store(newAct, ref _act, i);
        T.Store(_p.VmStep.Step(actLrn, T.Load(ref _targetLrn, i)), ref _actLrn, i);
    }
}
