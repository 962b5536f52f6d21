using BenchmarkDotNet.Attributes;
using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>The kernels of long-lasting channels over the units of one layer that has been active.</summary>
[MemoryDiagnoser]
public class LongConductanceKernels
{
    private LongConductanceLayer _layer = null!;
    private LongConductanceConstants _constants;

    [Params(25, 100, 625, 2025)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var network = new LeabraNetwork("Holding");
        _layer = network.AddLongConductanceLayer("Holding", [1, Units]);
        _constants = new LongConductanceConstants(_layer.NMDA, _layer.GABAB);
        network.Initialize(seed: 1);
        var random = new CounterRandom(1, 0, 1);
        foreach (var variable in (string[])["Vm", "Gi", "GeRaw", "NMDA", "GABAB", "GABABx"])
        {
            foreach (ref var x in _layer.Units(variable)) { x = 0.5f * (float)random.NextDouble(); }
        }
    }

    // Units are silent and nothing arrives, so that NMDA is soon as small as numbers are.
    [Benchmark]
    public void NMDA() => Run(new NMDAKernel(in _constants, _layer.State, _layer.Long, _layer.State.Target));

    [Benchmark]
    public void GABAB() => Run(new GABABKernel(in _constants, _layer.State, _layer.Long));

    private void Run<TKernel>(in TKernel kernel) where TKernel : struct, IKernel, allows ref struct => Kernel.Run(in kernel, _layer.First, AlignedFloats.Padded(_layer.UnitCount));
}
