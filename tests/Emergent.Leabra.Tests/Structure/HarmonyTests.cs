using Xunit;

namespace Emergent.Leabra.Tests;

public class HarmonyTests
{
    [Fact]
    public void Harmony_is_the_mean_of_excitation_times_activation_over_layers_that_are_on()
    {
        var net = SmallNet.Plain();
        Assert.Equal(0f, net.Harmony);
        net["Input"].Present([.. Enumerable.Range(0, 25).Select(i => i % 3 == 0 ? 1f : 0f)], [5, 5]);
        net.RunTrial(learn: false);
        double sum = 0, units = 0;
        foreach (var layer in net.Layers)
        {
            for (var i = 0; i < layer.UnitCount; i++) { sum += layer.Units("Ge")[i] * layer.Units("Act")[i]; }
            units += layer.UnitCount;
        }
        Assert.True(sum > 0.1);
        Assert.Equal(sum / units, net.Harmony, tolerance: 1e-6);
        var whole = net.Harmony;
        net["Output"].IsOff = true;
        Assert.NotEqual(whole, net.Harmony);
    }
}
