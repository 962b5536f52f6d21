#:project ../../src/Emergent.Cli/Emergent.Cli.csproj
// A simulation in one file. In the terminal: dotnet run -c Release MySimulation.cs -- run; in the window: the same with studio.
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Emergent.Cli;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

return EmergentCommand.Run(args, () => new MySimulation());

/// <summary>Learns which of two answers four stimuli want: change network, patterns and guide to what you want to know.</summary>
public sealed class MySimulation() : Simulation(runs: 5, epochs: 200)
{
    private readonly Table _patterns = MakePatterns();

    /// <inheritdoc/>
    public override string Description => "Learns which of two answers four stimuli want.";

    /// <inheritdoc/>
    public override string Guide => """
        # Which answer does a stimulus want?

        No single input tells the answer, only two together do: [Init](sim:Init), then [Run](sim:Run), and see in the [learning curve](sim:tab/TrainEpoch) how long that takes.
        Choose [the weights that a hidden unit receives](sim:var/r.Wt) and click on hidden units: which pairs have they found?

        ```answer hidden
        What happens with fewer hidden units?
        ```

        Set [their number](sim:param/Sim.HiddenSide) to 2 and look again.
        """;

    /// <summary>How many hidden units there are in either direction.</summary>
    [Display(Name = "Hidden units", Description = "How many hidden units there are in either direction."), Range(1, 20)]
    public int HiddenSide { get; set; } = 4;

    /// <summary>Exchanges the answers.</summary>
    [Action("Reverse the answers"), Description("Exchanges the two answers in all patterns, to see how what was learned is unlearned.")]
    public void Reverse()
    {
        var answers = _patterns.Column<float>("Output").Values;
        for (var i = 0; i < answers.Length; i++) { answers[i] = 1 - answers[i]; }
    }

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("MySimulation")
        {
            Style =
            {
                { "Layer", "few units, of which half are active", (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.Layer.Gi) = (0.5f, 1.4f) },
                { ".Back", "top-down must stay weaker",           (LeabraProjection p) => p.WtScale.Rel = 0.3f },
            },
        };
        var input = net.AddLayer("Input", [1, 4], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", [HiddenSide, HiddenSide]);
        var output = net.AddLayer("Output", [1, 2], LayerKind.Target);
        output.UnitNames = ["same side", "both sides"];
        net.Project(input, hidden, Connectivity.Full);
        net.ProjectBothWays(hidden, output, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        plan.Train(new TableEnvironment(_patterns, Order.Permuted)).StopAfter(zeroErrorEpochs: 3).TestEvery(epochs: 10);
        plan.Test(new TableEnvironment(_patterns, Order.Sequential, "Test"));
        plan.Log.ErrorStatistics("Output").ActivityOf("Hidden");
        plan.Show(new("Patterns", () => _patterns) { IsEditable = true, Description = "What is shown, and what is to be answered." });
    }

    private static Table MakePatterns()
    {
        var table = new Table("Patterns");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [1, 4]);    // each column goes to the layer of its name
        table.AddColumn<float>("Output", [1, 2]);
        float[] same = [1, 0], other = [0, 1];
        table.Add("left", new float[] { 1, 1, 0, 0 }, same);
        table.Add("right", new float[] { 0, 0, 1, 1 }, same);
        table.Add("outer", new float[] { 1, 0, 0, 1 }, other);
        table.Add("inner", new float[] { 0, 1, 1, 0 }, other);
        return table;
    }
}
