using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>One unit under a step of excitation: how conductances pull at its potential, how it fires, and how well a rate stands for its spikes.</summary>
/// <remarks>Nothing is random unless <see cref="Noise"/> is. Source: the textbook's simulation neuron (chapter 2).</remarks>
public sealed class Neuron() : Simulation(runs: 1, epochs: 1)
{
    private const int RateCycle = 159;   // just before the excitation of the defaults ends: what Spike vs rate compares
    private readonly Table _spikeVsRate = SpikeVsRateTable();

    /// <inheritdoc/>
    public override string Description => "One unit, spiking or rate-coded: the tug-of-war of excitation, leak and adaptation.";

    /// <summary>Whether the unit fires discrete spikes; if not, its activation is a rate.</summary>
    [Display(Name = "Spike", Description = "Whether the unit fires discrete spikes; if not, its activation is a rate."), AppliesAt(When.Now)]
    public bool Spike { get; set; } = true;

    /// <summary>Excitatory conductance while the input is on.</summary>
    [Display(Name = "GbarE", Description = "Excitatory conductance while the input is on."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float GbarE { get; set; } = 0.3f;

    /// <summary>Leak conductance, always there.</summary>
    [Display(Name = "GbarL", Description = "Leak conductance, always there."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float GbarL { get; set; } = 0.3f;

    /// <summary>The potential that excitation pulls towards.</summary>
    [Display(Name = "ErevE", Description = "The potential that excitation pulls towards."), Range(0.0, 2.0), AppliesAt(When.Now)]
    public float ErevE { get; set; } = 1f;

    /// <summary>The potential that leak pulls towards.</summary>
    [Display(Name = "ErevL", Description = "The potential that leak pulls towards."), Range(0.0, 2.0), AppliesAt(When.Now)]
    public float ErevL { get; set; } = 0.3f;

    /// <summary>Standard deviation of the noise that is added to the excitation in every cycle.</summary>
    [Display(Name = "Noise", Description = "Standard deviation of the noise that is added to the excitation in every cycle."), Range(0.0, 10.0), AppliesAt(When.Now)]
    public float Noise { get; set; }

    /// <summary>Whether spikes open potassium channels, so that the unit tires.</summary>
    [Display(Name = "KNaAdapt", Description = "Whether spikes open potassium channels, so that the unit tires."), AppliesAt(When.Now)]
    public bool KNaAdapt { get; set; } = true;

    /// <summary>How many cycles (milliseconds) are run.</summary>
    [Display(Name = "NCycles", Description = "How many cycles (milliseconds) are run."), Range(1, 100_000), AppliesAt(When.Now)]
    public int NCycles { get; set; } = 200;

    /// <summary>The cycle in which the input comes on.</summary>
    [Display(Name = "OnCycle", Description = "The cycle in which the input comes on."), Range(0, 100_000), AppliesAt(When.Now)]
    public int OnCycle { get; set; } = 10;

    /// <summary>The cycle in which the input goes off.</summary>
    [Display(Name = "OffCycle", Description = "The cycle in which the input goes off."), Range(0, 100_000), AppliesAt(When.Now)]
    public int OffCycle { get; set; } = 160;

    private SpikingLayer Unit => (SpikingLayer)Network["Neuron"];

    /// <summary>Compares the activation of the spiking and the rate-coded unit over a range of excitation, each the mean of 100 noisy runs.</summary>
    /// <param name="noise">Standard deviation of the noise.</param>
    /// <param name="samples">How many runs make a mean.</param>
    [Action("Spike vs rate"), Description("Compares the activation of the spiking and the rate-coded unit over a range of excitation.")]
    public void SpikeVsRate(
        [Description("Standard deviation of the noise."), Range(0.0, 10.0)] float noise = 0.1f,
        [Description("How many runs make a mean."), Range(1, 10_000)] int samples = 100)
    {
        Network.Initialize(Seed);
        _spikeVsRate.Clear();
        for (var step = 4; step < 28; step++)   // 0.1, 0.125, … 0.675
        {
            var gbarE = (float)(0.025 * step);
            _spikeVsRate.Add(gbarE, MeanActivation(spike: true), MeanActivation(spike: false));

            float MeanActivation(bool spike)
            {
                var sum = 0.0;
                for (var sample = 0; sample < samples; sample++)
                {
                    Begin(spike, gbarE, noise);
                    for (var cycle = 0; cycle <= RateCycle; cycle++) { RunCycle(cycle); }
                    sum += Unit.Units("Act")[0];
                }
                return (float)(sum / samples);
            }
        }
    }

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("Neuron")
        {
            Style =
            {
                { "Layer", "the input is the conductance itself, at once", (LeabraLayer l) => (l.Act.Clamp.Hard, l.Act.Clamp.Gain, l.Act.Dt.GTau) = (false, 1f, 1f) },
                { "Layer", "there is nobody to inhibit it",                (LeabraLayer l) => l.Inhib.Layer.On = false },
                { "Layer", "a rate that rises as gradually as spikes come", (LeabraLayer l) => (l.Act.XX1.Gain, l.Act.XX1.NVar) = (30f, 0.01f) },
                { "Layer", "at rest where the leak pulls to",              (LeabraLayer l) => l.Act.Init.Vm = 0.3f },
                { "Layer", "noise is another draw in every cycle",         (LeabraLayer l) => (l.Act.Noise.Type, l.Act.Noise.Dist, l.Act.Noise.Fixed) = (NoiseType.GeNoise, Distribution.Gaussian, false) },
            },
        };
        net.AddLayer(new SpikingLayer("Neuron", [1, 1]));
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        // One trial is one run of so many cycles; no environment, and none of a trial's phases.
        var trial = plan.Loops(RunMode.Test).Add(TimeScale.Trial, 1);
        var cycle = plan.Loops(RunMode.Test).Add(TimeScale.Cycle, NCycles);
        trial.OnStart.Add("Begin", () =>
        {
            cycle.Maximum = NCycles;
            Begin(Spike, GbarE, Noise);
        });
        cycle.OnStart.Add("Run cycle", () => RunCycle(cycle.Current));

        Log("Ge", () => Unit.Units("Ge")[0] * GbarE, "black");
        Log("Inet", () => Unit.Units("Inet")[0], "red", min: -0.2);
        Log("Vm", () => Unit.Units("Vm")[0], "blue", Statistic.Max);
        Log("Act", () => Unit.Units("Act")[0], "green", Statistic.Max);
        plan.Log.Add((LogItem.Number("Spike", () => Unit.Units("Spike")[0]) with { Scale = TimeScale.Cycle, Plot = new() { IsOn = true, Color = "purple" } }).At(TimeScale.Trial, Statistic.Sum, "Spikes"));
        Log("Gk", () => Unit.Units("Gk")[0], "orange");
        Log("ISI", () => Unit.Units("ISI")[0]);
        Log("AvgISI", () => Unit.Units("ISIAvg")[0]);
        plan.Show(new("SpikeVsRate", () => _spikeVsRate) { Description = "Activation just before the excitation ends, of spiking and rate-coded units.", As = ShownAs.Plot });

        void Log(string column, Func<double> value, string color = "", Statistic? ofTrial = null, double min = 0) => plan.Log.Add(
            LogItem.Number(column, value) with { Scale = TimeScale.Cycle, Aggregate = ofTrial, Plot = new() { IsOn = color.Length > 0, Color = color, Min = column == "AvgISI" || column == "ISI" ? null : min } });
    }

    private void Begin(bool spike, float gbarE, float noise)
    {
        var (net, act) = ((LeabraNetwork)Network, Unit.Act);
        (Unit.Spike.On, act.Gbar.E, act.Gbar.L, act.Erev.E, act.Erev.L, act.Noise.Var, act.KNa.On) = (spike, gbarE, GbarL, ErevE, ErevL, noise, KNaAdapt);
        net.InitializeActivity();
        net.BeginTrial(updateAverages: false);
    }

    private void RunCycle(int cycle)
    {
        Unit.Present([cycle >= OnCycle && cycle < OffCycle ? 1f : 0f], Unit.Shape);
        ((LeabraNetwork)Network).RunCycle();
    }

    private static Table SpikeVsRateTable()
    {
        var table = new Table("SpikeVsRate") { MetaData = { ["XAxisCol"] = "GBarE", ["Spike:On"] = "+", ["Rate:On"] = "+" } };
        foreach (var column in (string[])["GBarE", "Spike", "Rate"]) { table.AddColumn<float>(column); }
        return table;
    }
}
