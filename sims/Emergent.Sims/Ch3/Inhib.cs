using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Excitatory units held in check by inhibitory ones that are modelled themselves: feedforward and feedback inhibition, set points, oscillation, and the formula that replaces them.</summary>
/// <remarks>Weights and the pattern are random, nothing is learned. Source: the textbook's simulation inhib (chapter 3).</remarks>
public sealed class Inhib() : Simulation(runs: 1, epochs: 1)
{
    private readonly Table _pattern = Patterns.Empty(1, [10, 10], "Input");
    private int _patternsDrawn;

    /// <inheritdoc/>
    public override string Description => "Inhibitory interneurons, feedforward and feedback, in a feedforward and a bidirectional network, against the formula FFFB.";

    /// <summary>Whether the bidirectional network is run, in which a second hidden layer excites the first.</summary>
    [Display(Name = "BidirNet", Description = "Whether the bidirectional network is run, in which a second hidden layer excites the first."), AppliesAt(When.Initialize)]
    public bool BidirNet { get; set; }

    /// <summary>Whether excitatory weights are as different as after learning.</summary>
    [Display(Name = "TrainedWts", Description = "Whether excitatory weights are as different as after learning."), AppliesAt(When.Initialize)]
    public bool TrainedWts { get; set; }

    /// <summary>How many of the 100 input units are on, from the next pattern on.</summary>
    [Display(Name = "InputPct", Description = "How many of the 100 input units are on, from the next pattern on."), Range(1, 100), AppliesAt(When.Initialize)]
    public int InputPct { get; set; } = 20;

    /// <summary>Whether inhibition is computed by the formula FFFB, on top of the inhibitory units.</summary>
    [Display(Name = "FFFBInhib", Description = "Whether inhibition is computed by the formula FFFB, on top of the inhibitory units."), AppliesAt(When.Now)]
    public bool FFFBInhib { get; set; }

    /// <summary>How strongly inhibition acts on hidden units.</summary>
    [Display(Name = "HiddenGbarI", Description = "How strongly inhibition acts on hidden units."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float HiddenGbarI { get; set; } = 0.4f;

    /// <summary>How strongly inhibition acts on inhibitory units.</summary>
    [Display(Name = "InhibGbarI", Description = "How strongly inhibition acts on inhibitory units."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float InhibGbarI { get; set; } = 0.75f;

    /// <summary>Strength of what excites inhibitory units from below: feedforward inhibition.</summary>
    [Display(Name = "FFinhibWtScale", Description = "Strength of what excites inhibitory units from below: feedforward inhibition."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float FFinhibWtScale { get; set; } = 1f;

    /// <summary>Strength of what excites inhibitory units from the layer that they inhibit: feedback inhibition.</summary>
    [Display(Name = "FBinhibWtScale", Description = "Strength of what excites inhibitory units from the layer that they inhibit: feedback inhibition."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float FBinhibWtScale { get; set; } = 1f;

    /// <summary>Time constant of the conductances of hidden units, in cycles.</summary>
    [Display(Name = "HiddenGTau", Description = "Time constant of the conductances of hidden units, in cycles."), Range(1.0, 1000.0), AppliesAt(When.Now)]
    public float HiddenGTau { get; set; } = 40f;

    /// <summary>Time constant of the conductances of inhibitory units, in cycles.</summary>
    [Display(Name = "InhibGTau", Description = "Time constant of the conductances of inhibitory units, in cycles."), Range(1.0, 1000.0), AppliesAt(When.Now)]
    public float InhibGTau { get; set; } = 20f;   // inhibition that lags behind excitation overshoots and oscillates

    /// <summary>Strength of what inhibitory units send: 0 takes them out.</summary>
    [Display(Name = "FmInhibWtScaleAbs", Description = "Strength of what inhibitory units send: 0 takes them out."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float FmInhibWtScaleAbs { get; set; } = 1f;

    /// <summary>Draws another input pattern, of as many active units as <see cref="InputPct"/> says.</summary>
    [Action("Config patterns"), Description("Draws another input pattern.")]
    public void ConfigPatterns()
    {
        var drawn = Patterns.RandomBits(1, [10, 10], InputPct, SeedFor("pattern", _patternsDrawn++), "Input");
        drawn.Column<float>("Input").Values.CopyTo(_pattern.Column<float>("Input").Values);
    }

    /// <inheritdoc/>
    protected override int NetworkInUse => BidirNet ? 1 : 0;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("InhibFF")
        {
            Style =
            {
                { "Prjn",          "weights are alike, and stay as they are drawn", (LeabraProjection p) => (p.Learn.Learn, p.WtInit.Mean, p.WtInit.Var) = (false, 0.25f, 0.2f) },
                { "Layer",         "no formula for inhibition",                  (LeabraLayer l) => l.Inhib.Layer.On = false },
                { "Layer",         "a fifth of the units is expected active",    (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.2f, true) },
                { ".InhibLay",     "fire sooner than excitatory units",          (LeabraLayer l) => l.Act.XX1.Thr = 0.4f },
                { ".InhibPrjn",    "inhibition is the same for all",             (LeabraProjection p) => (p.WtInit.Mean, p.WtInit.Var, p.WtInit.Sym) = (0.5f, 0f, false) },
            },
        };
        net.Styles["Trained"] = new() { { "Sim", "weights as after learning", (Inhib s) => s.TrainedWts = true } };
        AddLayers(net, isBidirectional: false);
        return net;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Network> BuildFurtherNetworks(Network first)
    {
        var net = new LeabraNetwork("InhibBidir") { Styles = first.Styles };
        AddLayers(net, isBidirectional: true);
        return [net];
    }

    private static void AddLayers(LeabraNetwork net, bool isBidirectional)
    {
        var full = Connectivity.Full;
        var input = net.AddLayer("Input", [10, 10], LayerKind.Input);
        var (hidden, inhib) = AddPair("");
        net.Project(input, hidden, full).AddClass("Excite");
        net.Project(input, inhib, full).AddClass("FF");
        Inhibit(hidden, inhib);
        if (isBidirectional)
        {
            var (hidden2, inhib2) = AddPair("2");
            hidden2.Placement = Placement.Above(hidden.Name);
            foreach (var (from, to) in ((Layer, Layer)[])[(hidden, hidden2), (hidden2, hidden)]) { net.Project(from, to, full).AddClass("Excite"); }
            net.Project(hidden2, inhib, full).AddClass("FF");
            net.Project(hidden, inhib2, full).AddClass("FF");
            Inhibit(hidden2, inhib2);
        }

        (LeabraLayer Hidden, LeabraLayer Inhib) AddPair(string number)
        {
            var (excitatory, inhibitory) = (net.AddLayer($"Hidden{number}", [10, 10]), net.AddLayer($"Inhib{number}", [10, 2]));
            inhibitory.AddClass("InhibLay");
            inhibitory.Placement = Placement.RightOf(excitatory.Name);
            return (excitatory, inhibitory);
        }

        void Inhibit(LeabraLayer excitatory, LeabraLayer inhibitory)
        {
            net.Project(excitatory, inhibitory, full, ProjectionKind.Back).AddClass("FB");
            foreach (var inhibited in (Layer[])[excitatory, inhibitory]) { net.Project(inhibitory, inhibited, full, ProjectionKind.Inhib).AddClass("InhibPrjn"); }
        }
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var net = (LeabraNetwork)Network;
        net.Time.CyclesPerQuarter = 50;
        foreach (var excitatory in net.Projections.Cast<LeabraProjection>().Where(p => p.Classes.Contains("Excite")))
        {
            (excitatory.WtInit.Dist, excitatory.WtInit.Var) = TrainedWts ? (Distribution.Gaussian, 0.7f) : (Distribution.Uniform, 0.2f);
        }
        _patternsDrawn = 0;   // Init begins with the same pattern each time
        ConfigPatterns();
        plan.Test(new TableEnvironment(_pattern, Order.Sequential, "Test")).CycleByCycle();
        plan.Loops(RunMode.Test)[TimeScale.Trial].OnStart.InsertBefore("Present inputs", "Set parameters", () =>
        {
            SetParameters(net);
            net.InitializeActivity();
        });
        foreach (var layer in net.Layers.Skip(1).Cast<LeabraLayer>())
        {
            var activity = LogItem.Number($"{layer.Name}ActAvg", () => layer.Pools[0].Inhib.Act.Avg) with { Scale = TimeScale.Cycle, Plot = new() { IsOn = true, Min = 0, Max = 1 } };
            plan.Log.Add(activity.At(TimeScale.Trial, Statistic.Mean, lastRows: 50));   // of the last quarter, when it has settled if it does
        }
        plan.Show(new("Pattern", () => _pattern) { Description = "The input pattern.", IsEditable = true });
    }

    private void SetParameters(LeabraNetwork net)
    {
        foreach (var layer in net.Layers.Skip(1).Cast<LeabraLayer>())
        {
            var isInhibitory = layer.Classes.Contains("InhibLay");
            (layer.Act.Gbar.I, layer.Act.Dt.GTau) = isInhibitory ? (InhibGbarI, InhibGTau) : (HiddenGbarI, HiddenGTau);
            layer.Inhib.Layer.On = FFFBInhib;
        }
        foreach (var projection in net.Projections.Cast<LeabraProjection>())
        {
            // Between two hidden layers there are two ways of feedforward inhibition, and each counts half.
            if (projection.Classes.Contains("FF")) { projection.WtScale.Rel = BidirNet ? FFinhibWtScale / 2 : FFinhibWtScale; }
            else if (projection.Classes.Contains("FB")) { projection.WtScale.Rel = FBinhibWtScale; }
            else if (projection.Kind == ProjectionKind.Inhib) { projection.WtScale.Abs = FmInhibWtScaleAbs; }
        }
    }
}
