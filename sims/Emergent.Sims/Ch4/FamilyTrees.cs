using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>By what a deep network learns.</summary>
public enum DeepLearning
{
    /// <summary>By what is active together.</summary>
    PureHebb,

    /// <summary>By errors.</summary>
    PureError,

    /// <summary>By errors, and a little by what is active together: the default of Leabra.</summary>
    HebbError,
}

/// <summary>Learns who is what to whom in two families, through five layers, and comes to represent people by what they are rather than by name.</summary>
/// <remarks>
/// Neither people nor relations are alike as they are shown: each is a unit. What is similar in the hidden layer was therefore learned. Four of the 104 facts are kept from training.
/// Source: Hinton (1986), Learning distributed representations of concepts; the textbook's simulation family_trees, chapter 4.
/// </remarks>
public sealed class FamilyTrees() : TaskSimulation(runs: 10, epochs: 100, zeroEpochs: 1)
{
    private static readonly RunMode GenTest = new("GenTest"), AllTest = new("AllTest");

    private readonly Table _facts = FamilyFacts.All();
    private Table _byRelation = NoRepresentations(), _byAgent = NoRepresentations();

    /// <inheritdoc/>
    public override string Description => "Learns who is what to whom in two families, and represents people by what they are.";

    /// <summary>By what it learns: HebbError, PureError or PureHebb.</summary>
    [Display(Name = "Learn", Description = "By what it learns: errors, what is active together, or both."), ChoosesStyles, AppliesAt(When.Initialize)]
    public DeepLearning Learn { get; set; } = DeepLearning.HebbError;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("FamilyTrees")
        {
            Style =
            {
                { "Prjn",      "plain steps; balanced weights learn much faster",   (LeabraProjection p) => (p.Learn.Norm.On, p.Learn.Momentum.On, p.Learn.WtBal.On) = (false, false, true) },
                { "Layer",     "a little below default",                            (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Learn.AvgL.Gain) = (1.6f, 1.5f) },
                { ".Code",     "codes are sparse",                                  (LeabraLayer l) => l.Inhib.Layer.Gi = 2f },
                { ".Person",   "one of many, or two",                               (LeabraLayer l) => l.Inhib.Layer.Gi = 2.8f },
                { ".Relation", "one of many",                                       (LeabraLayer l) => l.Inhib.Layer.Gi = 2.8f },
                { ".Back",     "top-down must stay weaker than bottom-up",          (LeabraProjection p) => p.WtScale.Rel = 0.3f },
            },
        };
        net.Styles["HebbError"] = new() { { "Prjn", "errors, and as much association as is needed", (LeabraProjection p) => (p.Learn.XCal.MLrn, p.Learn.XCal.SetLLrn, p.Learn.Lrate) = (1f, false, 0.04f) } };
        var error = net.Styles["PureError"] = LearningStyles.ErrorDriven;
        error.Add("Prjn", "as fast as both", (LeabraProjection p) => p.Learn.Lrate = 0.04f);
        var hebb = net.Styles["PureHebb"] = LearningStyles.Hebbian;
        hebb.Add("Prjn", "needs to be slower", (LeabraProjection p) => p.Learn.Lrate = 0.01f);
        hebb.Add("Layer", "few units may not take everything", (LeabraLayer l) => l.Learn.AvgL.Gain = 2.5f);

        var agent = net.AddLayer("Agent", [4, 6], LayerKind.Input);
        var relation = net.AddLayer("Relation", [2, 6], LayerKind.Input);
        var agentCode = net.AddLayer("AgentCode", SizeOf("AgentCode", [7, 7]));
        var relationCode = net.AddLayer("RelationCode", SizeOf("RelationCode", [7, 7]));
        var hidden = net.AddLayer("Hidden", SizeOf("Hidden", [7, 7]));
        var patientCode = net.AddLayer("PatientCode", SizeOf("PatientCode", [7, 7]));
        var patient = net.AddLayer("Patient", [4, 6], LayerKind.Target);
        foreach (var layer in (Layer[])[agent, patient]) { layer.AddClass("Person"); layer.UnitNames = FamilyFacts.People; }
        relation.AddClass("Relation");
        relation.UnitNames = FamilyFacts.Relations;
        foreach (var layer in (Layer[])[agentCode, relationCode, patientCode]) { layer.AddClass("Code"); }
        // As it is asked: who and what beside each other, then on to the answer at the top.
        relation.Placement = Placement.RightOf("Agent", space: 3f);
        agentCode.Placement = Placement.Above("Agent");
        relationCode.Placement = Placement.RightOf("AgentCode", space: 2f);
        hidden.Placement = Placement.Above("AgentCode") with { XOffset = 4.5f };

        net.Project(agent, agentCode, Connectivity.Full);
        net.Project(relation, relationCode, Connectivity.Full);
        net.ProjectBothWays(agentCode, hidden, Connectivity.Full);
        net.ProjectBothWays(relationCode, hidden, Connectivity.Full);
        net.ProjectBothWays(hidden, patientCode, Connectivity.Full);
        net.ProjectBothWays(patientCode, patient, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        TableView learned = _facts.View().Where(IsLearned), others = _facts.View().Where(row => !IsLearned(row));
        LearnTask(plan, new(learned), new(learned, Order.Sequential, "Test"), "Patient", showsTargets: true, between: GenTest);
        foreach (var (mode, facts) in ((RunMode, TableView)[])[(GenTest, others), (AllTest, _facts)])
        {
            plan.Test(new TableEnvironment(facts, Order.Sequential, mode.Name), mode: mode);
        }
        plan.Log.ActivityOf("Hidden").UnitsOf("Hidden", "ActM", modes: AllTest).UnitsOf("AgentCode", "ActM", modes: AllTest);

        plan.Show(new("FamilyTrees", () => _facts) { Description = "All facts; four of them are kept from training.", IsEditable = true });
        foreach (var (name, table, column, labels, components) in ((string, Func<Table>, string, string, (int, int))[])[
            ("HiddenRel", () => _byRelation, "Hidden", "Relation", (0, 1)), ("HiddenAgent", () => _byAgent, "Hidden", "Agent", (2, 3)), ("AgentAgent", () => _byAgent, "AgentCode", "Agent", (0, 1))])
        {
            var what = $"what {column} does with each fact, named by its {labels.ToLowerInvariant()}, of the last Reps Analysis";
            plan.Show(new($"{name}SimMat", table) { Description = $"How alike is {what}.", As = ShownAs.Similarity, Column = column, Labels = labels, Metric = Metric.Correlation });
            plan.Show(new($"{name}PCA", table) { Description = $"Along its principal components: {what}.", As = ShownAs.Components, Column = column, Labels = labels, Components = components });
            plan.Show(new($"{name}Clust", table) { Description = $"In clusters: {what}.", As = ShownAs.Clusters, Column = column, Labels = labels, Metric = Metric.Euclidean, Linkage = Linkage.Contrast });
        }
    }

    /// <summary>Tests all facts, and keeps what Hidden and AgentCode do with each for the similarities, principal components and clusters.</summary>
    [Action("Reps Analysis"), Description("Tests all facts, for the similarities, principal components and clusters of what layers do with them.")]
    public void RepsAnalysis()
    {
        Test(AllTest);
        var found = NoRepresentations();
        foreach (var trial in Log[AllTest, TimeScale.Trial].Rows)
        {
            var name = trial.Get<string>("TrialName").Split('.');
            found.Add(trial.Get<string>("TrialName"), name[0], name[1], trial.Cell<float>("Hidden_ActM").ToArray(), trial.Cell<float>("AgentCode_ActM").ToArray());
        }
        (_byRelation, _byAgent) = (found.View().OrderBy("Relation").ToTable("ByRelation"), found.View().OrderBy("Agent").ToTable("ByAgent"));
    }

    private static bool IsLearned(Row fact) => !FamilyFacts.HeldOut.Contains(fact.Get<string>("Name"));

    private static Table NoRepresentations()
    {
        var table = new Table("Representations");
        foreach (var name in (string[])["Name", "Agent", "Relation"]) { table.AddColumn<string>(name); }
        foreach (var layer in (string[])["Hidden", "AgentCode"]) { table.AddColumn<float>(layer, [7, 7]); }
        return table;
    }
}
