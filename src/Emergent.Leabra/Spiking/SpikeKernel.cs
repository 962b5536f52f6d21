using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Fires the units whose potential is above threshold, and advances intervals between spikes and the activation that follows from them.</summary>
/// <remarks>
/// A spike sets Vm to VmR, Inet and ISI to 0; otherwise ISI += 1 once there was a spike. An interval x enters the average by a spike, or while it exceeds 1.2 ISIAvg:
/// ISIAvg = x where there is none yet or x is below 0.8 ISIAvg, else ISIAvg += (x − ISIAvg)/RateTau. Act += VmDt (min(1/(0.001 MaxHz)/ISIAvg, 1) − Act).
/// Shapes: columns over the network's units. Source: emergent leabra, spike.go, ActFmVm.
/// </remarks>
internal readonly ref struct SpikeKernel(in UnitConstants p, in SpikeConstants spike, NeuronState units) : IKernel
{
    private readonly ref readonly UnitConstants _p = ref p;
    private readonly ref readonly SpikeConstants _constants = ref spike;
    private readonly ref float _vm = ref units.Vm.Start, _inet = ref units.Inet.Start, _spike = ref units.Spike.Start;
    private readonly ref float _isi = ref units.ISI.Start, _isiAvg = ref units.ISIAvg.Start;
    private readonly ref float _act = ref units.Act.Start, _actLrn = ref units.ActLrn.Start, _actDel = ref units.ActDel.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T vm = T.Load(ref _vm, i), isi = T.Load(ref _isi, i), average = T.Load(ref _isiAvg, i);
        var fires = T.LessThan(_constants.Threshold, vm);
        T.Store(T.Select(fires, _constants.VmR, vm), ref _vm, i);
        T.Store(T.AndNot(T.Load(ref _inet, i), fires), ref _inet, i);
        T.Store(T.Select(fires, 1f, 0f), ref _spike, i);

        var interval = isi + 1f;
        var silence = T.IfLess(isi, 0f, isi, interval);
        T.Store(T.AndNot(silence, fires), ref _isi, i);

        // A silence much longer than the average counts before it ends, so that the rate falls when firing stops.
        var counts = T.Select(fires, T.LessThan(0f, isi), T.LessOrEqual(0f, average) & T.LessThan(0f, silence) & T.LessThan(1.2f * average, silence));
        var isShort = T.LessOrEqual(average, 0f) | T.LessThan(interval, 0.8f * average);
        var updated = T.Select(isShort, interval, average + _constants.AverageDt * (interval - average));
        // The first spike: an interval is known from the second on.
        updated = T.Select(fires & T.Equal(average, -1f), -2f, T.Select(counts, updated, average));
        T.Store(updated, ref _isiAvg, i);

        var rate = T.Min(1f, T.IfLessOrEqual(updated, 0f, 0f, _constants.IntervalOfFullRate / updated));
        var act = T.Load(ref _act, i);
        var newAct = _p.VmStep.Step(act, rate);
        T.Store(newAct - act, ref _actDel, i);
        T.Store(newAct, ref _act, i);
        T.Store(newAct, ref _actLrn, i);
    }
}
