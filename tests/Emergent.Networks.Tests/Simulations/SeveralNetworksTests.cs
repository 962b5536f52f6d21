namespace Emergent.Networks.Tests;

public class SeveralNetworksTests
{
    [Fact]
    public void The_one_that_is_run_is_chosen_at_Init_and_the_others_stay_as_they_are()
    {
        var simulation = new Pair();
        simulation.Initialize();
        Assert.Equal(["Small", "Large"], simulation.Networks.Select(n => n.Name));
        Assert.All(simulation.Networks, n => Assert.True(n.IsBuilt));
        Assert.Equal("Small", simulation.Network.Name);
        simulation.Run();
        var learned = SumOf(simulation.Networks[0]);
        Assert.True(learned > 0);
        Assert.Equal(0, SumOf(simulation.Networks[1]));

        simulation.IsLarge = true;
        Assert.Equal("Small", simulation.Network.Name);   // it waits for Init
        simulation.Initialize();
        Assert.Equal("Large", simulation.Network.Name);
        Assert.Equal(learned, SumOf(simulation.Networks[0]));
        simulation.Run();
        Assert.True(SumOf(simulation.Networks[1]) > 0);
        Assert.Equal(learned, SumOf(simulation.Networks[0]));
    }

    [Fact]
    public void Styles_and_settings_reach_all_and_settings_that_reach_none_are_errors()
    {
        var simulation = new Pair();
        simulation.Set("#Extra.Tiny.Gain=3");
        simulation.Set("#Output.Tiny.Steps=7");
        simulation.Initialize();
        Assert.All(simulation.Networks, n => Assert.Equal(2, ((TinyLayer)n["Input"]).Tiny.Gain));
        Assert.Equal(3, ((TinyLayer)simulation.Networks[1]["Extra"]).Tiny.Gain);
        Assert.All(simulation.Networks, n => Assert.Equal(7, ((TinyLayer)n["Output"]).Tiny.Steps));
        simulation.Set("#Nowhere.Tiny.Gain=3");
        Assert.Contains("#Nowhere", Assert.Throws<EmergentException>(simulation.Initialize).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_have_all_layers_and_what_is_saved_with_a_run_is_of_the_one_that_was_run()
    {
        var simulation = new Pair { IsLarge = true };
        simulation.Initialize();
        Assert.Equal(["Input", "Output", "Input", "Output", "Extra"], simulation.Network.Styles.KeyReport().Split('\n').Skip(1).TakeWhile(l => l.Length > 0).Select(l => l.Split(' ')[0]));
        ((TinyLayer)simulation.Networks[0]["Output"]).Tiny.Steps = 8;
        ((TinyLayer)simulation.Networks[1]["Output"]).Tiny.Steps = 9;
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using (var logs = LogFolder.Open(folder, simulation))
            {
                simulation.Run();
                logs.Close();
            }
            var again = new Pair();
            again.UseSettings(SavedSettings.Read(Path.Combine(folder, "settings.json")));
            again.Initialize();
            Assert.Equal("Large", again.Network.Name);
            Assert.Equal(9, ((TinyLayer)again.Network["Output"]).Tiny.Steps);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void What_is_wrong_with_them_is_said()
    {
        Assert.Contains("Network 'Large' has styles of its own", Message(new Pair { HasStylesOfItsOwn = true }), StringComparison.Ordinal);
        Assert.Contains("two networks 'Small'", Message(new Pair { SecondName = "Small" }), StringComparison.Ordinal);
        Assert.Contains("NetworkInUse is 2; its networks are 0…1", Message(new Pair { Place = 2 }), StringComparison.Ordinal);

        static string Message(Simulation simulation) => Assert.Throws<EmergentException>(simulation.Initialize).Message;
    }

    private static float SumOf(Network network) => network["Output"].Units("Sum").ToArray().Sum();

    private sealed class Pair() : Simulation(runs: 1, epochs: 1)
    {
        [AppliesAt(When.Initialize)]
        public bool IsLarge { get; set; }

        public bool HasStylesOfItsOwn { private get; init; }

        public string SecondName { private get; init; } = "Large";

        public int? Place { private get; init; }

        protected override int NetworkInUse => Place ?? (IsLarge ? 1 : 0);

        protected override Network BuildNetwork()
        {
            var network = new TinyNetwork("Small") { Style = { { "#Input", "twice as much", (TinyLayer l) => l.Tiny.Gain = 2 } } };
            return AddLayers(network);
        }

        protected override IEnumerable<Network> BuildFurtherNetworks(Network first)
        {
            var network = HasStylesOfItsOwn ? new TinyNetwork(SecondName) : new TinyNetwork(SecondName) { Styles = first.Styles };
            AddLayers(network);
            network.AddLayer("Extra", [2, 2]);
            return [network];
        }

        protected override void Configure(SimulationPlan plan) => plan.Test(new TableEnvironment(PerceptronSimulation.FourPatterns(4), Order.Sequential, "Test"));

        private static TinyNetwork AddLayers(TinyNetwork network)
        {
            var input = network.AddLayer("Input", [1, 4], LayerKind.Input);
            network.Project(input, network.AddLayer("Output", [1, 2], LayerKind.Target));
            return network;
        }
    }
}
