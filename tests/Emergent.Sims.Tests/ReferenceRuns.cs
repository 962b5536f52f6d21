using System.Globalization;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

/// <summary>The reference's own runs, of its random numbers: the same first weights, orders and choices of patterns, drawn in the order of its programs.</summary>
/// <remarks>
/// All runs draw from one sequence, so that each depends on how long those before it were. A run draws: what it learns and is tested with, an order of either, all weights
/// (sender by sender, of projections that are then made symmetric too); after each epoch another order, and for each test between epochs, which is shown in sequence all the same, one before it and one after.
/// </remarks>
internal static class ReferenceRuns
{
    /// <summary>Lets a simulation, as it is set, run with the numbers of the reference instead of its own.</summary>
    /// <param name="simulation">A simulation that trains and tests with tables.</param>
    /// <param name="patterns">Draws what a run learns and is tested with; if left out it is always the same and nothing is drawn.</param>
    /// <param name="mode">Which test is made between epochs; <see cref="RunMode.Test"/> if left out.</param>
    /// <param name="otherTest">How many patterns another test has, whose order is drawn once a run; 0 for none.</param>
    public static void Replay(Simulation simulation, Func<GoRandom, (TableView Learned, TableView Tested)>? patterns = null, RunMode? mode = null, int otherTest = 0)
    {
        mode ??= RunMode.Test;
        var random = new GoRandom();
        patterns?.Invoke(random);   // the reference's programs do so once more, when they start
        simulation.Initialize();
        TableEnvironment learning = (TableEnvironment)simulation.EnvironmentOf(RunMode.Train)!, testing = (TableEnvironment)simulation.EnvironmentOf(mode)!;
        var (learned, tested) = (learning.Patterns, testing.Patterns);
        int[] order = [], testOrder = [];
        learning.Order = Order.Sequential;   // of rows that are put in order here

        var run = simulation.Training.Stack[TimeScale.Run];
        run.OnStart.Add("Draw as the reference", () =>
        {
            if (patterns is not null) { (learned, tested) = patterns(random); }
            (order, testOrder) = (random.Permutation(learned.RowCount), random.Permutation(tested.RowCount));
            random.Permutation(otherTest);
            DrawWeights(simulation.Network, random);
            (learning.Patterns, testing.Patterns) = (learned.At(order), tested);
        });
        var epoch = simulation.Training.Stack[TimeScale.Epoch];
        epoch.OnEnd.Prepend(new LoopFunction("Draw an order as the reference", () => random.Shuffle(order)));
        epoch.OnStart.Add("Take the order of the reference", () => { if (epoch.Current > 0) { learning.Patterns = learned.At(order); } });
        var test = simulation.LoopsOf(mode).Stack[TimeScale.Epoch];
        test.OnStart.Add("Draw an order as the reference", () => testOrder = random.Permutation(tested.RowCount));
        test.OnEnd.Add("Draw another as the reference", () => random.Shuffle(testOrder));
    }

    /// <summary>Replays a simulation's runs, and fails where an outcome of one is not the reference's, to the last bit.</summary>
    /// <param name="simulation">The simulation, set to as many runs as are to be replayed.</param>
    /// <param name="file">The reference's runs: a golden table.</param>
    /// <param name="where">Which of its rows.</param>
    /// <param name="outcomes">Columns of it, and what of a run is to be found there.</param>
    /// <param name="patterns">As for <see cref="Replay"/>, like what follows.</param>
    /// <param name="mode">The test between epochs.</param>
    /// <param name="otherTest">The patterns of another test.</param>
    public static void AssertSame(
        Simulation simulation, string file, (string Column, string Value)[] where, (string Column, Func<PastRun, double> Value)[] outcomes,
        Func<GoRandom, (TableView Learned, TableView Tested)>? patterns = null, RunMode? mode = null, int otherTest = 0)
    {
        Replay(simulation, patterns, mode, otherTest);
        Assert.Equal(LoopState.Finished, simulation.Run());
        var expected = GoldenData.Table($"sims/{file}").Where(row => where.All(w => row[w.Column] == w.Value)).Take(simulation.Runs).ToList();
        Assert.Equal(simulation.Runs, expected.Count);
        for (var run = 0; run < simulation.Runs; run++)
        {
            var found = new PastRun(simulation, run);
            Assert.Equal(
                outcomes.Select(o => $"run {run}, {o.Column} {double.Parse(expected[run][o.Column], CultureInfo.InvariantCulture):R}"),
                outcomes.Select(o => $"run {run}, {o.Column} {o.Value(found):R}"));
        }
    }

    /// <summary>Draws the weights of a run, sender by sender, and makes those there and back alike.</summary>
    public static void DrawWeights(Network network, GoRandom random)
    {
        foreach (var projection in network.Layers.SelectMany(layer => layer.SendingProjections).Cast<LeabraProjection>())
        {
            foreach (var (sender, receiver) in Synapses(projection)) { projection.SetWeight(sender, receiver, (float)(projection.WtInit.Mean + projection.WtInit.Var * 2 * (random.NextDouble() - 0.5))); }
        }
        foreach (var there in network.Projections)
        {
            var back = network.Projections.SingleOrDefault(p => p.Sender == there.Receiver && p.Receiver == there.Sender);
            if (back is null || there.Receiver.Index < there.Sender.Index) { continue; }
            foreach (var (sender, receiver) in Synapses(there)) { back.SetWeight(receiver, sender, there.Synapse("Wt", sender, receiver)); }
        }
    }

    private static IEnumerable<(int Sender, int Receiver)> Synapses(Projection projection) =>
        from sender in Enumerable.Range(0, projection.Sender.UnitCount)
        from receiver in Enumerable.Range(0, projection.Receiver.UnitCount)
        where projection.SynapseIndex(sender, receiver) >= 0
        select (sender, receiver);
}
