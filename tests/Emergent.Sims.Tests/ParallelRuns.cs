using System.Collections.Concurrent;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>Runs of a simulation that are divided among processors, which changes nothing: each run is the same wherever it is run.</summary>
internal static class ParallelRuns
{
    /// <summary>Trains runs 0, 1, … and gives what is read of each, in their order.</summary>
    public static TResult[] Of<TSimulation, TResult>(int runs, Func<TSimulation> make, Func<TSimulation, TResult> read)
        where TSimulation : Simulation
    {
        var results = new TResult[runs];
        // One at a time is taken: runs differ in length.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, runs), EnumerablePartitionerOptions.NoBuffering), run =>
        {
            var simulation = make();
            (simulation.Runs, simulation.FirstRun, simulation.Threads) = (1, run, 1);
            Assert.Equal(LoopState.Finished, simulation.Run());
            results[run] = read(simulation);
        });
        return results;
    }
}
