using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>What is known of cats and dogs as weights: activity settles where it agrees best with them and with what is asked.</summary>
/// <remarks>Nothing is random and nothing is learned. Source: the textbook's simulation cats_dogs (chapter 3); the facts are in <see cref="Pets"/>.</remarks>
public sealed class CatsDogs() : Simulation(runs: 1, epochs: 1)
{
    /// <inheritdoc/>
    public override string Description => "Knowledge of cats and dogs as constraints: recall, prototypes and conflict, and the harmony of what activity settles in.";

    /// <summary>What is asked: the units that get input. To be edited.</summary>
    public Table Inputs { get; } = Pets.Table();

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("CatsAndDogs")
        {
            Style =
            {
                { "Prjn",  "what is known is given",                     (LeabraProjection p) => p.Learn.Learn = false },
                { "Layer", "input is one influence among others",        (LeabraLayer l) => (l.Act.Clamp.Hard, l.Act.Clamp.Gain) = (false, 1f) },
                { "Layer", "slow and gradual enough to be watched",      (LeabraLayer l) => (l.Act.Dt.VmTau, l.Act.XX1.Gain, l.Act.Gbar.L) = (4f, 40f, 0.1f) },
                { "Layer", "about a quarter of the units is active",     (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.25f, true) },
                { "Layer", "inhibition without overshoot",               (LeabraLayer l) => l.Inhib.Layer.FBTau = 3f },
                { ".Id",   "one individual, unless it is none",          (LeabraLayer l) => l.Inhib.Layer.Gi = 4f },
            },
        };
        // All can be input: what is not asked is left at 0.
        var name = Add("Name", Pets.Names);
        var identity = Add("Identity", Pets.Names);
        name.AddClass("Id");
        identity.AddClass("Id");
        Connect(name, Connectivity.OneToOne, (_, _) => 1f);
        for (var f = 0; f < Pets.Features.Count; f++)
        {
            var feature = f;
            var layer = Add(Pets.Features[f].Feature, Pets.Features[f].Values);
            layer.Placement = f == 0 ? Placement.Above("Identity") : Placement.RightOf(Pets.Features[f - 1].Feature);
            Connect(layer, Connectivity.Full, (value, pet) => Pets.Belonging(pet, feature, value));
        }
        return net;

        LeabraLayer Add(string layer, IReadOnlyList<string> units)
        {
            var added = net.AddLayer(layer, [1, units.Count], LayerKind.Input);
            added.UnitNames = units;
            return added;
        }

        void Connect(LeabraLayer layer, Connectivity connectivity, Func<int, int, float> weight)
        {
            var (to, back) = net.ProjectBothWays(layer, identity, connectivity);
            (to.InitialWeight, back.InitialWeight) = (weight, (pet, unit) => weight(unit, pet));
        }
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var net = (LeabraNetwork)Network;
        plan.Test(new TableEnvironment(Inputs, Order.Sequential, "Test") { NameColumn = "TrialName" }).CycleByCycle();
        plan.Log.Add(LogItem.Number("Harmony", () => net.Harmony) with { Scale = TimeScale.Cycle, Aggregate = Statistic.Last, Plot = new() { IsOn = true, Min = 0 } });
        plan.Log.Add(LogItem.Text("Active", () => string.Join(' ', net.Layers.Select(ActiveUnits).Where(units => units.Length > 0))));
        foreach (var layer in net.Layers) { plan.Log.UnitsOf(layer.Name, scale: TimeScale.Cycle, aggregate: Statistic.Last); }
        plan.Show(new("Inputs", () => Inputs) { Description = "What is asked: the units that get input.", IsEditable = true, Labels = "TrialName" });
    }

    private static string ActiveUnits(Layer layer)
    {
        var act = layer.Units("Act").ToArray();
        return string.Join('+', layer.UnitNames.Where((_, unit) => act[unit] > 0.3f));
    }
}
