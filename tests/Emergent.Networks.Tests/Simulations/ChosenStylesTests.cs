using Emergent.Data;

namespace Emergent.Networks.Tests;

public class ChosenStylesTests
{
    public enum Rule { Slow, Fast }

    [Fact]
    public void A_parameter_chooses_the_style_set_of_its_value()
    {
        var simulation = new Choosing();
        Assert.Equal(0.1f, LrateOf(simulation));
        var network = simulation.Network;
        simulation.Learn = Rule.Fast;
        Assert.Equal(0.8f, LrateOf(simulation));
        Assert.Same(network, simulation.Network);
        simulation.Learn = Rule.Slow;
        Assert.Equal(0.1f, LrateOf(simulation));
    }

    [Fact]
    public void A_setting_or_a_style_set_may_choose_too()
    {
        var simulation = new Choosing();
        simulation.Set("Sim.Learn=Fast");
        Assert.Equal((0.8f, "Fast"), (LrateOf(simulation), simulation.StyleNames));
        simulation.Unset("Sim.Learn");
        Assert.Equal(0.1f, LrateOf(simulation));
        simulation.UseStyles("Hurry");
        Assert.Equal((0.8f, "Hurry+Fast"), (LrateOf(simulation), simulation.StyleNames));
        simulation.UseStyles();
        Assert.Equal((0.1f, "Slow"), (LrateOf(simulation), simulation.StyleNames));
    }

    [Fact]
    public void What_is_chosen_comes_after_what_is_asked_for_and_below_settings()
    {
        var simulation = new Choosing { Learn = Rule.Fast };
        simulation.UseStyles("Fast", "Other");
        Assert.Equal((0.8f, "Other+Fast"), (LrateOf(simulation), simulation.StyleNames));
        Assert.Equal(["Other"], simulation.UsedStyles);
        simulation.Set("Layer.Learn.Lrate=0.3");
        Assert.Equal(0.3f, LrateOf(simulation));
    }

    [Fact]
    public void Logs_name_what_was_chosen()
    {
        var simulation = new Choosing { Learn = Rule.Fast };
        simulation.Run();
        Assert.Equal("Fast", simulation.Log[RunMode.Train, TimeScale.Run].Row(0)["Params"]);
    }

    [Fact]
    public void Sets_that_choose_each_other_are_refused()
    {
        var simulation = new Choosing();
        simulation.Network.Styles["Slow"] = new() { { "Sim", "not this one", (Choosing s) => s.Learn = Rule.Fast } };
        simulation.Network.Styles["Fast"] = new() { { "Sim", "nor this one", (Choosing s) => s.Learn = Rule.Slow } };
        Assert.Contains("they choose others", Assert.Throws<EmergentException>(simulation.Initialize).Message, StringComparison.Ordinal);
    }

    private static float LrateOf(Choosing simulation)
    {
        simulation.Initialize();
        return ((PerceptronLayer)simulation.Network["Output"]).Learn.Lrate;
    }

    private sealed class Choosing() : Simulation(runs: 1, epochs: 1)
    {
        [ChoosesStyles, AppliesAt(When.Initialize)]
        public Rule Learn { get; set; }

        protected override Network BuildNetwork()
        {
            var network = new PerceptronNetwork(4);
            foreach (var (name, rate) in ((string, float)[])[("Slow", 0.1f), ("Fast", 0.8f), ("Other", 0.5f)])
            {
                network.Styles[name] = new() { { "PerceptronLayer", "how fast", (PerceptronLayer l) => l.Learn.Lrate = rate } };
            }
            network.Styles["Hurry"] = new() { { "Sim", "the fast one", (Choosing s) => s.Learn = Rule.Fast } };
            return network;
        }

        protected override void Configure(SimulationPlan plan) => plan.Train(new TableEnvironment(PerceptronSimulation.FourPatterns(4)));
    }
}
