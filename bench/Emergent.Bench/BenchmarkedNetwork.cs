using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Bench;

/// <summary>A network in the middle of learning, whose kernels are measured one by one, on one thread.</summary>
internal sealed class BenchmarkedNetwork
{
    private const int Trials = 10;

    private BenchmarkedNetwork(LeabraNetwork network)
    {
        Network = network;
        Network.Threads = 1;
        Network.Initialize(seed: 1);
        Layer = Network["Hidden2"];
        Projection = (LeabraProjection)Layer.ReceivingProjections[0];
        var patterns = Patterns.RandomBits(Trials, Layer.Shape, Layer.UnitCount / 6, 1, "Input", "Output");
        foreach (var trial in new TableEnvironment(patterns).NextEpoch())
        {
            Network.Present(trial);
            Network.RunTrial();
        }
    }

    public LeabraNetwork Network { get; }

    public LeabraLayer Layer { get; }

    /// <summary>From Hidden1 to Hidden2.</summary>
    public LeabraProjection Projection { get; }

    public NeuronState State => Layer.State;

    /// <summary>The published benchmark's network.</summary>
    public static BenchmarkedNetwork Published(int units) => new(LeabraBenchmark.BuildNetwork(units));

    /// <summary>The variant of this name that <c>emergent bench --cases</c> compares.</summary>
    public static BenchmarkedNetwork Variant(string name, int units = 400) => new(BenchmarkCase.Variants(units).Single(c => c.Name == name).MakeNetwork());

    /// <summary>Runs a kernel over the layer's units, padding included, as its steps do.</summary>
    public void Run<TKernel>(in TKernel kernel) where TKernel : struct, IKernel, allows ref struct =>
        Kernel.Run(in kernel, Layer.First, AlignedFloats.Padded(Layer.UnitCount));

    /// <summary>Finds the layer's senders as a cycle does; nearly none, since nothing changes in between.</summary>
    public void CollectSenders() => Layer.SendConductance();

    /// <summary>Lets all units of Hidden1 that are active send, as if they had been silent before, so that there is something to deliver.</summary>
    public void SendAllActive()
    {
        State.ActSent.Slice(Projection.LeabraSender.First, Projection.LeabraSender.UnitCount).Clear();
        Projection.LeabraSender.SendConductance();
    }

    /// <summary>Delivers what Hidden1 sends.</summary>
    public void Deliver() => Projection.ReceiveConductance(0, AlignedFloats.Padded(Layer.UnitCount));
}
