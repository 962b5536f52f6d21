using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>By what a network learns a task.</summary>
public enum TaskLearning
{
    /// <summary>By what is active together.</summary>
    Hebbian,

    /// <summary>By errors: the difference between what it expects and what is so.</summary>
    ErrorDriven,
}

/// <summary>Learns four associations with nothing between input and output: what Hebbian learning can do, what only errors can teach, and what neither can without more units.</summary>
/// <remarks>Source: the textbook's simulation pat_assoc, chapter 4.</remarks>
public sealed class PatAssoc() : TaskSimulation(runs: 10, epochs: 40, zeroEpochs: 5)
{
    private readonly IReadOnlyDictionary<EventSet, Table> _events = EventPatterns.All();

    /// <inheritdoc/>
    public override string Description => "Learns four associations without hidden units, by Hebbian or by error-driven learning.";

    /// <summary>By what it learns: Hebbian or ErrorDriven.</summary>
    [Display(Name = "Learn", Description = "By what it learns: what is active together, or errors."), ChoosesStyles, AppliesAt(When.Initialize)]
    public TaskLearning Learn { get; set; }

    /// <summary>Which four events are to be learned.</summary>
    [Display(Name = "Pats", Description = "Which four events are to be learned."), AppliesAt(When.Initialize)]
    public EventSet Pats { get; set; }

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("PatAssoc")
        {
            Style =
            {
                { "Prjn",  "nothing but the rule of learning",              (LeabraProjection p) => p.Learn.Norm.On = p.Learn.Momentum.On = p.Learn.WtBal.On = false },
                { "Layer", "half of the outputs are on: little inhibition", (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB) = (1.4f, 0.5f) },
                { "Layer", "how many units are active is known",            (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.5f, true) },
                { "Layer", "units that are on half of the time; with 2.5 Hebbian learning fails", (LeabraLayer l) => l.Learn.AvgL.Gain = 1.5f },
            },
        };
        net.Styles["Hebbian"] = LearningStyles.Hebbian;
        net.Styles["ErrorDriven"] = LearningStyles.ErrorDriven;

        var input = net.AddLayer("Input", [1, 4], LayerKind.Input);
        var output = net.AddLayer("Output", [1, 2], LayerKind.Target);
        net.Project(input, output, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        LearnTask(plan, new(_events[Pats]), new(_events[Pats], Order.Sequential, "Test"), "Output");
        plan.Log.ActivityOf("Input", "Output").MetaData(RunMode.Train, TimeScale.Epoch, "SSE:On", "+");
        plan.Show(_events);
    }
}
