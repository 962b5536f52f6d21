using BenchmarkDotNet.Attributes;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>Each kernel over the units of one spiking layer.</summary>
[MemoryDiagnoser]
public class SpikingKernels
{
    private BenchmarkedNetwork _net = null!;
    private SpikeConstants _spikes, _exponential;

    [Params(25, 100, 625, 2025)]
    public int Units { get; set; }

    private ref readonly UnitConstants Constants => ref _net.Layer.Constants;

    [GlobalSetup]
    public void Build()
    {
        _net = BenchmarkedNetwork.Variant("spiking", Units);
        _spikes = new SpikeConstants(new SpikeParams(), _net.Layer.Act);
        _exponential = new SpikeConstants(new SpikeParams { Exp = true }, _net.Layer.Act);
    }

    [Benchmark]
    public void SpikePotential() => _net.Run(new SpikePotentialKernel<PlainRise>(in Constants, in _spikes, _net.State));

    [Benchmark]
    public void SpikePotentialWithExponentialRise() => _net.Run(new SpikePotentialKernel<ExponentialRise>(in Constants, in _exponential, _net.State));

    [Benchmark]
    public void Spike() => _net.Run(new SpikeKernel(in Constants, in _spikes, _net.State));

    [Benchmark]
    public void SpikeAdaptation() => _net.Run(new SpikeAdaptationKernel(in _spikes, _net.State));
}
