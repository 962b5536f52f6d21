using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Synapse variables set one by one.</summary>
public class SetSynapseTests
{
    [Theory]
    [InlineData("LWt")]
    [InlineData("DWt")]
    [InlineData("Norm")]
    [InlineData("Moment")]
    [InlineData("Scale")]
    public void A_variable_is_what_it_was_set_to_and_the_others_stay(string variable)
    {
        var projection = SmallNet.Plain().Projections[0];
        var before = Others();
        projection.SetSynapse(variable, sender: 2, receiver: 1, value: 0.375f);
        Assert.Equal(0.375f, projection.Synapse(variable, 2, 1));
        Assert.Equal(before, Others());

        float[] Others() => [.. projection.Receiver.Network!.SynapseVariables.Where(v => v.Name != variable).Select(v => projection.Synapse(v.Name, 2, 1))];
    }

    [Fact]
    public void Setting_the_weight_sets_the_one_that_learns()
    {
        var (one, other) = (SmallNet.Plain().Projections[0], SmallNet.Plain().Projections[0]);
        one.SetSynapse("Wt", 2, 1, 0.8f);
        other.SetWeight(2, 1, 0.8f);
        Assert.Equal(0.8f, one.Synapse("Wt", 2, 1));
        Assert.Equal(other.Synapse("LWt", 2, 1), one.Synapse("LWt", 2, 1));
        Assert.NotEqual(0.8f, one.Synapse("LWt", 2, 1));
    }
}
