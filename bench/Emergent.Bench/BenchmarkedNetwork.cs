using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Bench;

/// <summary>The published benchmark's network in the middle of learning, whose kernels are measured one by one.</summary>
internal sealed class BenchmarkedNetwork
{
    public BenchmarkedNetwork(int units)
    {
        Network = LeabraBenchmark.BuildNetwork(units);
        Network.Threads = 1;
        Network.Initialize(seed: 1);
        Layer = Network["Hidden2"];
        Projection = (LeabraProjection)Layer.ReceivingProjections[0];
        var patterns = Patterns.RandomBits(10, Layer.Shape, units / 6, 1, "Input", "Output");
        foreach (var trial in new TableEnvironment(patterns).NextEpoch())
        {
            Network.Present(trial);
            Network.RunTrial();
        }
        foreach (var layer in Network.Layers) { Pools.Add((LeabraLayer)layer, ((LeabraLayer)layer).PoolArray[0]); }
        Pools.Arrange();
    }

    public LeabraNetwork Network { get; }

    public LeabraLayer Layer { get; }

    public LeabraProjection Projection { get; }

    public PoolSummary Pools { get; } = new();

    /// <summary>Finds the senders of a layer.</summary>
    public void Collect(LeabraLayer layer) => Network.Collector.Collect(in layer.Constants, layer.State, UnitPart.Of(layer));

    /// <summary>Runs a kernel over the layer's units, padding included, as its steps do.</summary>
    public void Run<TKernel>(in TKernel kernel) where TKernel : struct, IKernel, allows ref struct =>
        Kernel.Run(in kernel, Layer.First, AlignedFloats.Padded(Layer.UnitCount));
}
