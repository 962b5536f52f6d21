using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The equations of one spiking unit.</summary>
/// <remarks>
/// Branches on each unit's refractory state, so it is written for one unit, not for lanes. Source: emergent leabra, spike.go.
/// </remarks>
internal readonly ref struct SpikingNeuron(SpikingLayer layer)
{
    private readonly ref readonly UnitConstants _p = ref layer.Constants;
    private readonly ref readonly AdaptationConstants _adaptation = ref layer.Adaptation;
    private readonly SpikeParams _spike = layer.Spike;
    private readonly bool _adapts = layer.Act.KNa.On;
    private readonly NeuronState _units = layer.State;

    /// <summary>Advances the membrane potential by a half step and a whole one from there, unless the unit is refractory.</summary>
    public void AdvancePotential(int unit)
    {
        var vm = _units.Vm.Span[unit];
        var isi = _units.ISI.Span[unit];
        var isRefractory = _spike.Tr > 0 && isi >= 0f && isi < _spike.Tr;
        if (!isRefractory)
        {
            float ge = _units.Ge.Span[unit] * _p.GbarE, gi = _units.Gi.Span[unit] * _p.GbarI;
            var gk = _p.GbarK * (_units.GknaFast.Span[unit] + _units.GknaMed.Span[unit] + _units.GknaSlow.Span[unit]);
            var half = vm + 0.5f * _p.VmDt * Current(vm, ge, gi, gk);
            var current = Current(half, ge, gi, gk);
            if (_spike.Exp)
            {
                current += _p.GbarL * _spike.ExpSlope * (float)Math.Exp((half - _p.XX1.Thr) / _spike.ExpSlope);
            }
            vm += _p.VmDt * current;
            _units.Gk.Span[unit] = gk;
            _units.Inet.Span[unit] = current;
        }
        vm += _p.NoiseToVm * _units.Noise.Span[unit];
        _units.Vm.Span[unit] = vm < _p.VmMin ? _p.VmMin : vm > _p.VmMax ? _p.VmMax : vm;
    }

    /// <summary>Fires if the potential is above threshold, and updates interval, activation and adaptation.</summary>
    public void Fire(int unit)
    {
        ref var vm = ref _units.Vm.Span[unit];
        ref var spike = ref _units.Spike.Span[unit];
        ref var isi = ref _units.ISI.Span[unit];
        ref var average = ref _units.ISIAvg.Span[unit];
        if (vm > (_spike.Exp ? _spike.ExpThr : _p.XX1.Thr))
        {
            (spike, vm) = (1f, _spike.VmR);
            _units.Inet.Span[unit] = 0f;
            if (average == -1f) { average = -2f; }   // the first spike: an interval is known from the second on
            else if (isi > 0f) { UpdateAverage(ref average, isi + 1f); }
            isi = 0f;
        }
        else
        {
            spike = 0f;
            if (isi >= 0f) { isi += 1f; }
            // A silence much longer than the average counts before it ends, so that the rate falls when firing stops.
            if (average >= 0f && isi > 0f && isi > 1.2f * average) { UpdateAverage(ref average, isi); }
        }

        ref var act = ref _units.Act.Span[unit];
        var rate = _spike.ActFromInterval(average);
        if (rate > 1f) { rate = 1f; }
        var newAct = act + _p.VmDt * (rate - act);
        _units.ActDel.Span[unit] = newAct - act;
        act = newAct;
        _units.ActLrn.Span[unit] = newAct;
        if (_adapts) { Adapt(unit, spike > 0.5f); }
    }

    private void Adapt(int unit, bool spiked)
    {
        ref var fast = ref _units.GknaFast.Span[unit];
        ref var med = ref _units.GknaMed.Span[unit];
        ref var slow = ref _units.GknaSlow.Span[unit];
        fast = _adaptation.Fast.AfterCycle(fast, spiked);
        med = _adaptation.Med.AfterCycle(med, spiked);
        slow = _adaptation.Slow.AfterCycle(slow, spiked);
    }

    private float Current(float vm, float ge, float gi, float gk) =>
        ge * (_p.ErevE - vm) + _p.GbarL * (_p.ErevL - vm) + gi * (_p.ErevI - vm) + gk * (_p.ErevK - vm);

    private void UpdateAverage(ref float average, float isi)
    {
        if (average <= 0f || isi < 0.8f * average) { average = isi; }
        else { average += 1f / _spike.RateTau * (isi - average); }
    }
}
