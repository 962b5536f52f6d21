using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop.Tests;

[Collection(WidthsCollection.Name)]   // alone: one test sets the width of all kernels, the other counts bytes
public class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Same_seed_gives_the_same_bits_at_every_width(int batchSize)
    {
        foreach (var optimizer in Enum.GetValues<Optimizer>())
        {
            Widths.AssertSameBits($"{optimizer}", () =>
            {
                var net = Net(optimizer);
                net.BatchSize = batchSize;
                Nets.Train(net, 20);
                return Array.ConvertAll(Nets.Bits(net), BitConverter.UInt32BitsToSingle);
            });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Learning_whose_changes_are_watched_gives_the_same_bits(int batchSize)
    {
        foreach (var optimizer in Enum.GetValues<Optimizer>())
        {
            var (plain, watched) = (Net(optimizer), Net(optimizer));
            (plain.BatchSize, watched.BatchSize) = (batchSize, batchSize);
            var trials = 0;
            watched.WeightsChanging += () => { if (watched.Projections[0].SynapseValues("DWt").Any(change => change != 0)) { trials++; } };
            Nets.Train(plain, 20);
            Nets.Train(watched, 20);
            Assert.True(trials > 0);
            Assert.Equal(Nets.Bits(plain), Nets.Bits(watched));
        }
    }

    [Fact]
    public void Other_seed_or_run_gives_other_bits_and_the_same_seed_the_same_again()
    {
        BackpropNetwork first = Net(Optimizer.Adam), again = Net(Optimizer.Adam), seed = Net(Optimizer.Adam), run = Net(Optimizer.Adam);
        Nets.Train(again, 7);
        again.BatchSize = 4;
        Nets.Train(again, 2);   // leaves a batch half gathered
        again.BatchSize = 1;
        again.Initialize(seed: 1);
        seed.Initialize(seed: 2);
        run.Initialize(seed: 1, run: 1);
        foreach (var net in (BackpropNetwork[])[first, again, seed, run]) { Nets.Train(net, 3); }
        Assert.Equal(Nets.Bits(first), Nets.Bits(again));
        Assert.NotEqual(Nets.Bits(first), Nets.Bits(seed));
        Assert.NotEqual(Nets.Bits(first), Nets.Bits(run));
    }

    [Theory]
    [InlineData(1, Optimizer.GradientDescent)]
    [InlineData(1, Optimizer.Adam)]
    [InlineData(4, Optimizer.Adam)]
    public void Trials_allocate_nothing(int batchSize, Optimizer optimizer)
    {
        var net = Net(optimizer);
        net.BatchSize = batchSize;
        Nets.Train(net, 30);   // warm: everything that is made once is made
        var before = GC.GetAllocatedBytesForCurrentThread();
        Nets.Train(net, 20);
        Nets.Present(net, 1);
        net.RunTrial(learn: false);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Initial_weights_are_as_wide_as_the_synapses_of_a_unit_allow()
    {
        var net = new BackpropNetwork("Wide");
        var input = net.AddLayer("Input", [20, 20], LayerKind.Input);
        var more = net.AddLayer("More", [10, 10], LayerKind.Input);
        var output = net.AddLayer("Output", [10, 10], LayerKind.Target);
        var first = net.Project(input, output, Connectivity.Full);
        var second = net.Project(more, output, Connectivity.Full);
        second.WtInit.Dist = Distribution.Gaussian;
        net.Initialize(seed: 1);
        var (uniform, gaussian) = (Weights(first), Weights(second));
        var width = 1 / Math.Sqrt(500);   // 400 + 100 synapses
        Assert.InRange(uniform.Max(), 0.999 * width, width);
        Assert.InRange(uniform.Min(), -width, -0.999 * width);
        Assert.InRange(uniform.Average(), -0.01 * width, 0.01 * width);   // standard error 0.003
        Assert.InRange(Math.Sqrt(gaussian.Average(w => w * w)), 0.97 * width, 1.03 * width);   // standard error 0.007
        second.WtInit.ByFanIn = false;
        net.Initialize(seed: 1);
        Assert.InRange(Math.Sqrt(Weights(second).Average(w => w * w)), 0.97, 1.03);
        Assert.Equal(uniform, Weights(first));

        static double[] Weights(Projection p) => [.. from r in Enumerable.Range(0, p.Receiver.UnitCount) from s in Enumerable.Range(0, p.Sender.UnitCount) select (double)p.Synapse("Wt", s, r)];
    }

    [Fact]
    public void Two_projections_between_the_same_layers_have_weights_of_their_own()
    {
        var net = Nets.Small(n => n.Project(n["Input"], n["Hidden"], Connectivity.Full));
        Assert.NotEqual(net.Projections[0].Synapse("Wt", 0, 0), net.Projections[2].Synapse("Wt", 0, 0));
    }

    private static BackpropNetwork Net(Optimizer optimizer) => Nets.Rich(n =>
    {
        foreach (BackpropProjection p in n.Projections) { p.Learn.Optimizer = optimizer; }
        foreach (BackpropLayer l in n.Layers) { l.Bias.Learn.Optimizer = optimizer; }
    });
}
