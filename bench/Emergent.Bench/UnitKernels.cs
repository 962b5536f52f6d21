using BenchmarkDotNet.Attributes;
using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>Each kernel and pass over the units of one layer: divide by the number of units for the price of one unit and cycle.</summary>
[MemoryDiagnoser]
public class UnitKernels
{
    private BenchmarkedNetwork _net = null!;

    [Params(25, 100, 625, 2048)]
    public int Units { get; set; }

    private NeuronState State => _net.State;

    private ref readonly UnitConstants Constants => ref _net.Layer.Constants;

    [GlobalSetup]
    public void Build() => _net = BenchmarkedNetwork.Published(Units);

    // In the order of a cycle.

    [Benchmark]
    public void Collect() => _net.CollectSenders();

    [Benchmark]
    public void Excitation() => _net.Run(new ExcitationKernel(in Constants, State, State.GeRaw));

    [Benchmark]
    public void SoftClamp() => _net.Run(new SoftClampKernel(in Constants, State, State.GeRaw));

    [Benchmark]
    public void AddNoise() => _net.Run(new AddKernel(ref State.Ge.Start, ref State.Noise.Start));

    [Benchmark]
    public void SynapticInhibition() => _net.Run(new SynapticInhibitionKernel(in Constants, State));

    [Benchmark]
    public void Inhibit() => _net.Layer.Inhibit();

    [Benchmark]
    public void SelfInhibition() => _net.Run(new SelfInhibitionKernel(_net.Layer.Inhib.Self, State));

    [Benchmark]
    public void TotalInhibition() => _net.Run(new TotalInhibitionKernel(_net.Layer.PoolArray[0].Inhib.Gi, State));

    [Benchmark]
    public void Potential() => _net.Run(new PotentialKernel<PlainActivation>(in Constants, State));

    [Benchmark]
    public void PotentialWithNoise() => _net.Run(new PotentialKernel<NoisyActivation>(in Constants, State));

    [Benchmark]
    public void Drive() => _net.Run(new DriveKernel<PlainActivation>(in Constants, State, State.Target));

    [Benchmark]
    public void DriveWithPotassium() => _net.Run(new DriveKernel<AdaptingActivation>(in Constants, State, State.Target));

    [Benchmark]
    public void Activation() => _net.Run(new ActivationKernel<PlainActivation>(in Constants, State, State.Target, State.Target));

    [Benchmark]
    public void LearningAverages() => _net.Run(new LearningAveragesKernel(in Constants, State));

    [Benchmark]
    public void Adaptation() => _net.Run(new AdaptationKernel(in _net.Layer.Adaptation, State));

    [Benchmark]
    public void HardClamp() => _net.Run(new HardClampKernel(in Constants, State));

    // Once a trial.

    [Benchmark]
    public void BeginTrial() => _net.Layer.BeginTrial(updateAverages: true);

    [Benchmark]
    public void LongAverage() => _net.Run(new LongAverageKernel(_net.Layer.Learn.AvgL, _net.Layer.CosDiff.ModAvgLLrn, State));

    [Benchmark]
    public void Decay() => _net.Run(new DecayKernel(1f, _net.Layer.Act.Init, State));

    [Benchmark]
    public void LearningSignal() => _net.Layer.UpdateLearningSignal();

    [Benchmark]
    public void PlusPhaseEnd() => _net.Run(new PlusPhaseEndKernel(in Constants, State));

    /// <summary>With the agreement of the phases.</summary>
    [Benchmark]
    public void EndLastQuarter() => _net.Layer.EndQuarter(3);
}
