using System.ComponentModel.DataAnnotations;
using System.Numerics;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>A drawing that can be seen as either of two cubes: two attractors, noise that decides between them, and tiring that turns one into the other.</summary>
/// <remarks>Source: the textbook's simulation necker_cube (chapter 3).</remarks>
public sealed class NeckerCube() : Simulation(runs: 1, epochs: 1)
{
    private const int Corners = 8;
    private readonly Table _drawing = Drawing();

    /// <inheritdoc/>
    public override string Description => "An ambiguous cube as two attractors: noise decides, and adaptation makes perception alternate.";

    /// <summary>Standard deviation of the noise that is added to excitation in every cycle.</summary>
    [Display(Name = "Noise", Description = "Standard deviation of the noise that is added to excitation in every cycle."), Range(0.0, 1.0), AppliesAt(When.Now)]
    public float Noise { get; set; } = 0.01f;   // .001 takes longer to decide, .1 stays restless

    /// <summary>Whether units tire of being active.</summary>
    [Display(Name = "KNaAdapt", Description = "Whether units tire of being active."), AppliesAt(When.Now)]
    public bool KNaAdapt { get; set; }

    /// <summary>Cycles in each quarter of a trial: 25 to see one decision, 250 to see it change.</summary>
    [Display(Name = "CycPerQtr", Description = "Cycles in each quarter of a trial: 25 to see one decision, 250 to see it change."), Range(1, 10_000), AppliesAt(When.Now)]
    public int CycPerQtr { get; set; } = 25;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("NeckerCube")
        {
            Style =
            {
                { "Prjn",  "the edges are given",                          (LeabraProjection p) => p.Learn.Learn = false },
                { "Layer", "the drawing supports all corners, and weakly", (LeabraLayer l) => (l.Act.Clamp.Hard, l.Act.Clamp.Gain) = (false, 0.1f) },
                { "Layer", "slow enough to be watched",                    (LeabraLayer l) => (l.Act.Dt.VmTau, l.Act.Gbar.L) = (6f, 0.1f) },
                { "Layer", "tiring that is felt within a second",          (LeabraLayer l) => (l.Act.Gbar.K, l.Act.KNa.Slow.Rise, l.Act.KNa.Slow.Max) = (1.2f, 0.005f, 0.2f) },
                { "Layer", "noise is another draw in every cycle",         (LeabraLayer l) => (l.Act.Noise.Type, l.Act.Noise.Dist, l.Act.Noise.Fixed) = (NoiseType.GeNoise, Distribution.Gaussian, false) },
                { "Layer", "half of the units can be active, not more",    (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (1.4f, 0.5f, 0.35f, true) },
            },
        };
        var cubes = net.AddLayer("NeckerCube", [1, 2, 4, 2], LayerKind.Input);
        net.ProjectLaterally(cubes, Connectivity.Full).InitialWeight = (a, b) => AreJoined(a, b) ? 1f : 0f;
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var net = (LeabraNetwork)Network;
        var cubes = net["NeckerCube"];
        plan.Test(new TableEnvironment(_drawing, Order.Sequential, "Test")).CycleByCycle();
        plan.Loops(RunMode.Test)[TimeScale.Trial].OnStart.InsertBefore("Present inputs", "Set parameters", () =>
        {
            (cubes.Act.Noise.Var, cubes.Act.KNa.On, net.Time.CyclesPerQuarter) = (Noise, KNaAdapt, CycPerQtr);
            net.InitializeActivity();
        });
        Log("Harmony", () => net.Harmony, isOn: true);
        foreach (var variable in (string[])["GknaFast", "GknaMed", "GknaSlow"]) { Log(variable, () => cubes.Units(variable)[0], isOn: true); }
        for (var c = 0; c < 2; c++)
        {
            var cube = c;
            Log($"Cube{cube}_ActAvg", () => cubes.Pools[1 + cube].Inhib.Act.Avg, isOn: false);
        }
        plan.Log.UnitsOf("NeckerCube", scale: TimeScale.Cycle, aggregate: Statistic.Last);

        void Log(string column, Func<double> value, bool isOn) =>
            plan.Log.Add(LogItem.Number(column, value) with { Scale = TimeScale.Cycle, Aggregate = Statistic.Last, Plot = new() { IsOn = isOn, Min = 0 } });
    }

    // The bits of a corner's number are its three coordinates: an edge changes one of them. Corners of different cubes are never joined.
    private static bool AreJoined(int a, int b) => a / Corners == b / Corners && BitOperations.PopCount((uint)(a ^ b)) == 1;

    private static Table Drawing()
    {
        var table = new Table("Drawing");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("NeckerCube", [1, 2, 4, 2]);
        table.AddRow().Set("Name", "cube");
        table.Column<float>("NeckerCube").Values.Fill(1);
        return table;
    }
}
