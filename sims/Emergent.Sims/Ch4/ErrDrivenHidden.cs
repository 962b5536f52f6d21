using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns by its errors, with four hidden units, what no network without them can: which inputs belong together where no single one says it.</summary>
/// <remarks>Source: the textbook's simulation err_driven_hidden, chapter 4.</remarks>
public sealed class ErrDrivenHidden() : TaskSimulation(runs: 10, epochs: 500, zeroEpochs: 5)
{
    private readonly IReadOnlyDictionary<EventSet, Table> _events = EventPatterns.All();

    /// <inheritdoc/>
    public override string Description => "Learns by errors, with hidden units, the associations that are impossible without them.";

    /// <summary>By what it learns: Hebbian or ErrorDriven.</summary>
    [Display(Name = "Learn", Description = "By what it learns: what is active together, or errors."), ChoosesStyles, AppliesAt(When.Initialize)]
    public TaskLearning Learn { get; set; } = TaskLearning.ErrorDriven;

    /// <summary>Which four events are to be learned.</summary>
    [Display(Name = "Pats", Description = "Which four events are to be learned."), AppliesAt(When.Initialize)]
    public EventSet Pats { get; set; } = EventSet.Impossible;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("ErrDrivenHidden")
        {
            Style =
            {
                { "Prjn",  "nothing but the rule of learning",           (LeabraProjection p) => p.Learn.Norm.On = p.Learn.Momentum.On = p.Learn.WtBal.On = false },
                { "Layer", "half of the units are on: little inhibition", (LeabraLayer l) => l.Inhib.Layer.Gi = 1.3f },
                { "Layer", "how many units are active is known",         (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.5f, true) },
                { "Layer", "units that are on half of the time",         (LeabraLayer l) => l.Learn.AvgL.Gain = 1.5f },
                { "Layer", "the leak of the reference model",            (LeabraLayer l) => l.Act.Gbar.L = 0.1f },
                { ".Back", "top-down must stay weaker than bottom-up",   (LeabraProjection p) => p.WtScale.Rel = 0.3f },
            },
        };
        net.Styles["Hebbian"] = LearningStyles.Hebbian;
        net.Styles["ErrorDriven"] = LearningStyles.ErrorDriven;

        var input = net.AddLayer("Input", [1, 4], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", SizeOf("Hidden", [1, 4]));
        var output = net.AddLayer("Output", [1, 2], LayerKind.Target);
        net.Project(input, hidden, Connectivity.Full);
        net.ProjectBothWays(hidden, output, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        LearnTask(plan, new(_events[Pats]), new(_events[Pats], Order.Sequential, "Test"), "Output");
        // Of ten runs, more than one column would cover each other.
        plan.Log.ActivityOf("Input", "Output").MetaData(RunMode.Train, TimeScale.Epoch, "SSE:On", "+").MetaData(RunMode.Train, TimeScale.Epoch, "PctErr:On", "-");
        plan.Show(_events);
    }
}
