using System.Reflection;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>A mechanism outside the toolkit's assemblies, as docs/write-a-mechanism.md shows it.</summary>
public class OwnMechanismTests
{
    private static readonly Lazy<Assembly> Sample = new(() =>
        CSharpCompiler.Compile(isProgram: true, string.Join('\n', Repository.Read("samples/own-mechanism.cs").Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal)))));

    [Fact]
    public void Page_shows_the_sample() => PageExamples.AssertStandIn("docs/write-a-mechanism.md", "samples/own-mechanism.cs", count: 4);

    [Fact]
    public void Units_that_tire_respond_less_to_what_they_have_seen()
    {
        var network = Network([5, 5]);
        float[] largest = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            Run(network, trials: 1);
            return network["Hidden"].Units("Act").ToArray().Max();
        })];
        Assert.InRange(largest[1], 0f, 0.8f * largest[0]);
        Assert.InRange(network["Hidden"].Units("Fatigue").ToArray().Max(), 0.1f, 1f);
    }

    [Fact]
    public void Weights_turn_towards_what_is_seen()
    {
        var network = Network([5, 5]);
        Run(network, trials: 10);
        var unit = network["Hidden"].Units("ActP").ToArray().Index().MaxBy(u => u.Item).Index;
        float Average(int first) => Enumerable.Range(0, 9).Where(sender => sender % 2 == first).Average(sender => network.Projections[0].Synapse("Wt", sender, unit));
        Assert.True(Average(0) > Average(1) + 0.1f, $"{Average(0)} from active inputs, {Average(1)} from silent ones");
    }

    [Fact]
    public void Same_bits_with_any_number_of_threads()
    {
        uint[] Bits(int threads)
        {
            var network = Network([100, 100]);   // large enough for several threads
            network.Threads = threads;
            Run(network, trials: 3);
            return [.. network.Projections[0].SynapseValues("Wt").Concat(network["Hidden"].Units("Fatigue").ToArray()).Select(BitConverter.SingleToUInt32Bits)];
        }
        var one = Bits(1);
        Assert.Equal(one, Bits(2));
        Assert.Equal(one, Bits(3));
    }

    [Fact]
    public void Trials_allocate_nothing()
    {
        var network = Network([5, 5]);
        network.Threads = 1;
        var input = network["Input"];
        input.Present([1, 0, 1, 0, 1, 0, 1, 0, 1], [3, 3]);
        for (var trial = 0; trial < 20; trial++) { network.RunTrial(learn: true); }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var trial = 0; trial < 10; trial++) { network.RunTrial(learn: true); }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Lesioned_units_do_not_take_part()
    {
        var network = Network([5, 5]);
        var hidden = (LeabraLayer)network["Hidden"];
        hidden.Lesion(3, 4);
        Run(network, trials: 2);
        Assert.Equal([0f, 0f], hidden.Units("Fatigue")[3..5].ToArray());
        Assert.NotEqual(0f, hidden.Units("Fatigue").ToArray().Max());
    }

    [Fact]
    public void Its_parameters_and_variables_are_those_of_every_type()
    {
        var network = Network([5, 5]);
        Assert.Contains(network.UnitVariables, variable => variable.Name == "Fatigue");
        var fatigue = network["Hidden"].GetType().GetProperty("Fatigue")!.GetValue(network["Hidden"])!;
        network.Styles.Set("TiringLayer Layer.Fatigue.Gain=0.25");
        network.Styles.Apply();
        Assert.Equal(0.25f, fatigue.GetType().GetProperty("Gain")!.GetValue(fatigue));
        var error = Assert.Throws<EmergentException>(() => { network.Styles.Set("TiringLayer Layer.Fatigue.Gain=2"); network.Styles.Apply(); });
        Assert.Contains("Fatigue.Gain", error.Message, StringComparison.Ordinal);
    }

    private static LeabraNetwork Network(Shape shape)
    {
        var network = new LeabraNetwork("Tiring");
        var input = network.AddLayer("Input", [3, 3], LayerKind.Input);
        var hidden = network.AddLayer((LeabraLayer)Make("TiringLayer", "Hidden", shape));
        network.Project((LeabraProjection)Make("OjaProjection", input, hidden, Connectivity.Full)).Learn.Lrate = 0.1f;
        network.Initialize(seed: 1);
        return network;
    }

    private static object Make(string type, params object[] arguments) => Activator.CreateInstance(Sample.Value.GetType(type)!, arguments)!;

    private static void Run(LeabraNetwork network, int trials)
    {
        for (var trial = 0; trial < trials; trial++)
        {
            network["Input"].Present([1, 0, 1, 0, 1, 0, 1, 0, 1], [3, 3]);
            network.RunTrial(learn: true);
        }
    }
}
