using Emergent.Networks;
using FsCheck.Fluent;

namespace Emergent.Backprop.Tests;

public sealed class WeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Weights_and_biases_come_back_bit_for_bit() => Properties.ForAll(Gen.Choose(1, 1000), 5, seed =>
    {
        var path = Path.Combine(_folder, "net.wts.gz");
        BackpropNetwork saved = Nets.Rich(), loaded = Nets.Rich();
        saved.Initialize(seed);
        Nets.Train(saved, 10);
        saved.SaveWeights(path);
        loaded.LoadWeights(path);
        foreach (var net in (BackpropNetwork[])[saved, loaded])
        {
            Nets.Present(net, 3);
            net.RunTrial(learn: false);
        }
        foreach (var layer in saved.Layers)
        {
            Assert.Equal(layer.Units("Bias").ToArray(), loaded[layer.Name].Units("Bias").ToArray());
            Assert.Equal(layer.Units("Act").ToArray(), loaded[layer.Name].Units("Act").ToArray());
        }
        // The way back has the loaded weights too.
        Nets.Present(saved, 3);
        foreach (var net in (BackpropNetwork[])[saved, loaded])
        {
            net.BatchSize = 2;
            net.RunTrial();
        }
        Assert.Equal(saved["Pools"].Units("Delta").ToArray(), loaded["Pools"].Units("Delta").ToArray());
    });

    [Fact]
    public void File_keeps_biases_as_values_of_units_before_the_projections()
    {
        var net = Nets.Small(null, 1, 1, 1);
        foreach (var projection in net.Projections) { projection.SetWeight(0, 0, 0.5f); }
        net["Output"].Units("Bias")[0] = -0.25f;
        var path = Path.Combine(_folder, "net.wts");
        net.SaveWeights(path);
        var text = File.ReadAllText(path);
        Assert.Contains("\t\t\t\"Layer\": \"Output\",\n\t\t\t\"Units\": {\n\t\t\t\t\"Bias\": [ -0.25 ]\n\t\t\t},\n\t\t\t\"Prjns\": [\n", text, StringComparison.Ordinal);
        Assert.Contains("\t\t\t\"Layer\": \"Input\",\n\t\t\t\"Prjns\": null\n", text, StringComparison.Ordinal);
        Assert.Equal([("Bias", -0.25f)], Network.ReadWeights(path).Layers[2].Units.Select(u => (u.Variable, u.Values.Single())));
    }

    [Theory]
    [InlineData("\"Bias\": [ 0 ]", "\"Bias\": [ 0, 1 ]", "layer 'Hidden' has 2 values of 'Bias' there and 1 units")]
    [InlineData("\"Bias\": [ 0 ]", "\"Bais\": [ 0 ]", "layer 'Hidden' has no values of 'Bias' there")]
    [InlineData("\"Bias\": [ 0 ]", "\"Bias\": [ \"a\" ]", "is damaged at line")]
    [InlineData("\"Bias\": [ 0 ]", "\"Bias\": [ 0 ], \"Bias\": [ 0 ]", "'Bias' stands there twice")]
    [InlineData("\"Bias\": [ 0 ]", "\"Bias\": [ 1e99 ]", "layer 'Hidden' has the value")]
    public void Damaged_biases_are_refused_and_leave_all_as_it_was(string found, string put, string message)
    {
        var net = Nets.Small(null, 1, 1, 1);
        var path = Path.Combine(_folder, "net.wts");
        net.SaveWeights(path);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(found, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + put + text[(at + found.Length)..]);
        var before = Nets.Bits(net);
        Assert.Contains(message, Assert.Throws<EmergentException>(() => net.LoadWeights(path)).Message, StringComparison.Ordinal);
        Assert.Equal(before, Nets.Bits(net));
    }

    [Fact]
    public void Values_of_units_that_another_algorithm_learns_are_passed_over()
    {
        var net = Nets.Small(null, 1, 1, 1);
        var path = Path.Combine(_folder, "net.wts");
        net.SaveWeights(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Bias\": [ 0 ]", "\"Threshold\": [ 1, 2 ], \"Bias\": [ 0.125 ]", StringComparison.Ordinal));
        net.LoadWeights(path);
        Assert.Equal(0.125f, net["Output"].Units("Bias")[0]);
    }

    [Fact]
    public void Biases_that_are_no_numbers_cannot_be_saved()
    {
        var net = Nets.Small();
        net["Hidden"].Units("Bias")[2] = float.NaN;
        Assert.Contains("Layer 'Hidden': Bias of unit 2 is NaN, so the weights cannot be saved", Assert.Throws<EmergentException>(() => net.SaveWeights(Path.Combine(_folder, "net.wts"))).Message, StringComparison.Ordinal);
    }
}
