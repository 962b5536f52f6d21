using Emergent.Networks;
using Xunit;

namespace Emergent.Leabra.Tests;

public class InitialWeightTests
{
    [Fact]
    public void Weights_given_by_code_take_the_place_of_random_ones_each_time()
    {
        var net = SmallNet.Plain(n => To(n, "InputToHidden").InitialWeight = (sender, receiver) => (sender + 2 * receiver) / 200f);
        var projection = To(net, "InputToHidden");
        projection.SetWeight(3, 4, 0.9f);
        net.Initialize(seed: 2);
        Assert.Equal(11 / 200f, projection.Synapse("Wt", 3, 4));
        Assert.Equal((24 + 2 * 41) / 200f, projection.Synapse("Wt", 24, 41));
        net.RunTrial();   // they learn as others do
    }

    [Fact]
    public void They_are_not_copied_to_the_projection_the_other_way_nor_from_it()
    {
        var net = SmallNet.Plain(n => To(n, "OutputToHidden").InitialWeight = (_, _) => 0.25f);
        Assert.Equal(0.25f, To(net, "OutputToHidden").Synapse("Wt", 1, 2));
        Assert.NotEqual(0.25f, To(net, "HiddenToOutput").Synapse("Wt", 2, 1));
        Assert.NotEqual(To(net, "HiddenToOutput").Synapse("Wt", 2, 1), To(net, "HiddenToOutput").Synapse("Wt", 2, 2));

        var plain = SmallNet.Plain();
        Assert.Equal(To(plain, "InputToHidden").Synapse("Wt", 1, 2), To(net, "InputToHidden").Synapse("Wt", 1, 2));   // other weights are drawn as before
    }

    [Fact]
    public void A_weight_that_is_none_is_refused()
    {
        var error = Assert.Throws<EmergentException>(() => SmallNet.Plain(n => To(n, "InputToHidden").InitialWeight = (sender, _) => sender - 1f));
        Assert.Equal("Projection 'InputToHidden': InitialWeight(0, 0) is -1; a weight is 0…1.", error.Message);
    }

    private static LeabraProjection To(LeabraNetwork net, string name) => (LeabraProjection)net.Projections.Single(p => p.Name == name);
}
