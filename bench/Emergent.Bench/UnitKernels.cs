using BenchmarkDotNet.Attributes;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>Each kernel over the units of one layer: divide by the number of units for the price of one unit and cycle.</summary>
[MemoryDiagnoser]
public class UnitKernels
{
    private BenchmarkedNetwork _net = null!;

    [Params(25, 100, 625, 2048)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Build() => _net = new BenchmarkedNetwork(Units);

    [Benchmark]
    public void Collect() => _net.Collect(_net.Layer);

    [Benchmark]
    public void Excitation() => _net.Run(new ExcitationKernel(in _net.Layer.Constants, _net.Layer.State));

    [Benchmark]
    public void Potential() => _net.Run(new PotentialKernel<PlainActivation>(in _net.Layer.Constants, _net.Layer.State));

    [Benchmark]
    public void Drive() => _net.Run(new DriveKernel<PlainActivation>(in _net.Layer.Constants, _net.Layer.State, _net.Layer.State.Target));

    [Benchmark]
    public void Activation() => _net.Run(new ActivationKernel<PlainActivation>(in _net.Layer.Constants, _net.Layer.State, _net.Layer.State.Target, _net.Layer.State.Target));

    [Benchmark]
    public void LearningAverages() => _net.Run(new LearningAveragesKernel(in _net.Layer.Constants, _net.Layer.State));

    [Benchmark]
    public void Adaptation() => _net.Run(new AdaptationKernel(in _net.Layer.Adaptation, _net.Layer.State));

    [Benchmark]
    public void HardClamp() => _net.Run(new HardClampKernel(in _net.Layer.Constants, _net.Layer.State));

    [Benchmark]
    public void LearningSignal() => _net.Layer.UpdateLearningSignal();

    /// <summary>The average and the largest conductance of all five layers.</summary>
    [Benchmark]
    public void SummarizeConductance() => _net.Pools.SummarizeConductance(_net.Layer.State);

    [Benchmark]
    public void Inhibit() => _net.Layer.Inhibit();
}
