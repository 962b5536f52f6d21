using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class WatchedLearningTests
{
    [Theory]
    [InlineData("random-associator", 30)]
    [InlineData("hebberr-combo", 6)]
    [InlineData("hip", 12)]
    [InlineData("deep-fsa", 12)]
    [InlineData("sir2", 30)]
    [InlineData("rl-conditioning", 40)]
    [InlineData("pvlv", 30)]
    [InlineData("random-associator-backprop", 30)]
    public void Learning_whose_changes_are_watched_gives_the_same_bits(string name, int trials)
    {
        var (plain, watched) = (SimulationCatalog.BuiltIn.Create(name), SimulationCatalog.BuiltIn.Create(name));
        var transient = watched.Network.SynapseVariables.Single(v => v.IsTransient).Name;
        var (calls, most) = (0, 0f);
        watched.Initialize();
        watched.Network.WeightsChanging += () =>
        {
            calls++;
            most = watched.Network.Projections.SelectMany(p => p.SynapseValues(transient)).Aggregate(most, (max, change) => Math.Max(max, Math.Abs(change)));
        };
        watched.Step(trials, TimeScale.Trial);
        plain.Step(trials, TimeScale.Trial);
        Assert.True(calls > 0 && most > 0, $"{calls} calls, changes up to {most}");
        foreach (var variable in watched.Network.SynapseVariables)
        {
            foreach (var (mine, its) in plain.Network.Projections.Zip(watched.Network.Projections))
            {
                Assert.Equal(mine.SynapseValues(variable.Name).Select(BitConverter.SingleToUInt32Bits), its.SynapseValues(variable.Name).Select(BitConverter.SingleToUInt32Bits));
            }
        }
        Assert.Equal(Units(plain), Units(watched));
    }

    private static uint[] Units(Simulation simulation) =>
        [.. simulation.Network.UnitVariables.SelectMany(v => simulation.Network.Layers.SelectMany(l => l.Units(v.Name).ToArray())).Select(BitConverter.SingleToUInt32Bits)];
}
