using System.ComponentModel;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Categorises faces by emotion, gender and identity, and imagines them from there: one network, bottom-up and top-down.</summary>
/// <remarks>
/// Weights are conditional probabilities over the twelve faces, as Hebbian learning would make them; nothing is random and nothing is learned.
/// Source: the textbook's simulation face_categ (chapter 3); the faces are in <see cref="Faces"/>.
/// </remarks>
public sealed class FaceCateg : Simulation
{
    private readonly Table _faces, _partialFaces;
    private readonly Dictionary<string, Table> _shown = EmptyTables();
    private Table _patterns;
    private TableEnvironment? _environment;
    private bool _topDown;

    /// <summary>The simulation, at first with whole faces as input.</summary>
    public FaceCateg() : base(runs: 1, epochs: 1)
    {
        (_faces, _partialFaces) = (Faces.Table(), Faces.PartialTable(seed: 1));
        _patterns = _faces;
    }

    /// <inheritdoc/>
    public override string Description => "Faces categorised by emotion, gender and identity, completed where pixels are missing, and imagined from categories.";

    /// <summary>Chooses what gets input: the picture, or the categories, from which a picture is imagined.</summary>
    /// <param name="topDown">Whether it is the categories.</param>
    [Action("Set input"), Description("Chooses what gets input: the picture, or the categories, from which a picture is imagined.")]
    public void SetInput([Description("Whether the categories are input.")] bool topDown)
    {
        _topDown = topDown;
        foreach (var layer in Network.Layers) { layer.Kind = layer.Name == "Input" != topDown ? LayerKind.Input : LayerKind.Compare; }
    }

    /// <summary>Chooses the faces that are shown: whole, or with twenty pixels missing.</summary>
    /// <param name="partial">Whether pixels are missing.</param>
    [Action("Set patterns"), Description("Chooses the faces that are shown: whole, or with twenty pixels missing.")]
    public void SetPatterns([Description("Whether pixels are missing.")] bool partial)
    {
        _patterns = partial ? _partialFaces : _faces;
        _environment?.Patterns = _patterns;
    }

    /// <summary>Tests all faces, and shows which are alike in each layer and where they lie along two directions, drawn at random or chosen.</summary>
    [Action("Cluster plots"), Description("Tests all faces, and shows which are alike in each layer and where they lie along two directions.")]
    public void ClusterPlots()
    {
        Test();
        var trials = Log[RunMode.Test, TimeScale.Trial];
        var random = new CounterRandom(Seed, 0, CounterRandom.StreamOf("directions"));
        float Draw(float most) => most * (2 * (float)random.NextDouble() - 1);
        var directions = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, Faces.Side * Faces.Side).Select(_ => Draw(0.15f)).ToArray()).ToArray();
        foreach (var table in _shown.Values) { table.Clear(); }
        foreach (var trial in trials.Rows)
        {
            var name = trial.Get<string>("TrialName");
            float[] Act(string layer) => trials.Column<float>($"{layer}_Act").Cell(trial.Index).ToArray();
            foreach (var layer in Network.Layers) { _shown[layer.Name].Add(name, Act(layer.Name)); }
            float[] input = Act("Input"), emotion = Act("Emotion"), gender = Act("Gender");
            _shown["PrjnRandom"].Add(name, Along(input, directions[0]), Along(input, directions[1]));
            _shown["PrjnEmoteGend"].Add(name, (emotion[0] - emotion[1]) / 2 + Draw(0.1f), (gender[0] - gender[1]) / 2 + Draw(0.1f));   // scattered, or names would hide each other
        }

        static float Along(float[] pattern, float[] direction) => pattern.Zip(direction, (a, b) => a * b).Sum();
    }

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("FaceCateg")
        {
            Style =
            {
                { "Prjn",      "weights are given by the faces",         (LeabraProjection p) => p.Learn.Learn = false },
                { "Layer",     "few units are active",                   (LeabraLayer l) => (l.Act.Gbar.L, l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.1f, 0.15f, true) },
                { "#Input",    "a picture that can be completed",        (LeabraLayer l) => (l.Act.Clamp.Hard, l.Act.Clamp.Gain, l.Inhib.Layer.Gi) = (false, 0.2f, 2f) },
                { "#Identity", "one of ten",                             (LeabraLayer l) => l.Inhib.Layer.Gi = 3.6f },
                { "#Gender",   "one of two",                             (LeabraLayer l) => l.Inhib.Layer.Gi = 1.6f },
                { "#Emotion",  "one of two that differ in few pixels",   (LeabraLayer l) => l.Inhib.Layer.Gi = 1.3f },
            },
        };
        net.Time.CyclesPerQuarter = 10;
        var input = net.AddLayer("Input", [Faces.Side, Faces.Side], LayerKind.Input);
        foreach (var (name, units) in Faces.Categories)
        {
            var category = net.AddLayer(name, [1, units.Length], LayerKind.Compare);
            category.UnitNames = units;
            var (up, down) = net.ProjectBothWays(input, category, Connectivity.Full);
            (up.InitialWeight, down.InitialWeight) = (ProbabilityOfSender("Input", name), ProbabilityOfSender(name, "Input"));
        }
        net["Gender"].Placement = Placement.RightOf("Emotion");
        net["Identity"].Placement = Placement.RightOf("Gender");
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        SetInput(_topDown);
        plan.Test(_environment = new TableEnvironment(_patterns, Order.Sequential, "Test")).CycleByCycle();
        foreach (var (category, units) in Faces.Categories)
        {
            plan.Log.Text(category, () => Winner(Network[category]));
            foreach (var (unit, name) in units.Index().Where(u => u.Item.Length > 0))
            {
                plan.Log.Add(LogItem.Number(name, () => Network[category].Units("Act")[unit]) with { Scale = TimeScale.Cycle, Plot = new() { IsOn = true, Min = 0, Max = 1 } });
            }
        }
        foreach (var layer in Network.Layers)
        {
            plan.Log.UnitsOf(layer.Name, scale: TimeScale.Cycle, aggregate: Statistic.Last);
            plan.Show(new($"{layer.Name}Clusters", () => _shown[layer.Name]) { Description = $"Which faces are alike in {layer.Name}.", As = ShownAs.Clusters, Metric = Metric.Euclidean, Linkage = Linkage.Minimum });
        }
        plan.Show(new("PrjnRandom", () => _shown["PrjnRandom"]) { Description = "The pictures along two directions drawn at random.", As = ShownAs.Plot });
        plan.Show(new("PrjnEmoteGend", () => _shown["PrjnEmoteGend"]) { Description = "Sad to happy, and male to female.", As = ShownAs.Plot });
        plan.Show(new("Faces", () => _faces) { Description = "The faces.", IsEditable = true });
        plan.Show(new("PartialFaces", () => _partialFaces) { Description = "The faces with twenty pixels missing.", IsEditable = true });
    }

    private static Dictionary<string, Table> EmptyTables()
    {
        var tables = new Dictionary<string, Table>();
        Add("Input", [Faces.Side, Faces.Side]);
        foreach (var (layer, units) in Faces.Categories) { Add(layer, [1, units.Length]); }
        foreach (var plot in (string[])["PrjnRandom", "PrjnEmoteGend"])
        {
            tables[plot] = new Table(plot) { MetaData = { ["XAxisCol"] = "X", ["Y:On"] = "+", ["Name:On"] = "+", ["Points"] = "+", ["Lines"] = "-" } };
            tables[plot].AddColumn<string>("Name");
            foreach (var axis in (string[])["X", "Y"]) { tables[plot].AddColumn<float>(axis); }
        }
        return tables;

        void Add(string layer, Shape shape)
        {
            tables[layer] = new Table($"{layer}Clusters");
            tables[layer].AddColumn<string>("Name");
            tables[layer].AddColumn<float>(layer, shape);
        }
    }

    private static string Winner(Layer layer)
    {
        var act = layer.Units("Act");
        var best = 0;
        for (var unit = 1; unit < act.Length; unit++) { if (act[unit] > act[best]) { best = unit; } }
        return act[best] > 0.1f ? layer.UnitNames[best] : "";
    }

    /// <summary>Weights as Hebbian learning makes them: how probable it is, over the faces, that the sending unit is on where the receiving one is.</summary>
    /// <remarks>
    /// p = (both on + 0.2)/(receiver on + 2): whatever is seen rarely stays near where it began. w = p/(p + (1 − p)/2): contrast, so that what is common to some of the faces is no
    /// weaker than half. Both constants so that all faces are recognised, whole and partial, and imagined as in the textbook.
    /// </remarks>
    private Func<int, int, float> ProbabilityOfSender(string sender, string receiver)
    {
        Column<float> senders = _faces.Column<float>(sender), receivers = _faces.Column<float>(receiver);
        return (s, r) =>
        {
            var (both, receiverOn) = (0f, 0f);
            for (var face = 0; face < _faces.RowCount; face++)
            {
                receiverOn += receivers.Cell(face)[r];
                both += receivers.Cell(face)[r] * senders.Cell(face)[s];
            }
            var p = (both + 0.2f) / (receiverOn + 2f);
            return p / (p + (1f - p) / 2f);
        };
    }
}
