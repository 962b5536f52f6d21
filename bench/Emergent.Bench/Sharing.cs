using BenchmarkDotNet.Attributes;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>What it costs to offer work to another thread and to wait for it.</summary>
public class Sharing
{
    private readonly WorkerTeam _team = new() { SharesAlways = true, Threads = 2 };

    /// <summary>Nothing is done.</summary>
    [Benchmark]
    public void ShareNothing() => _team.Run(new Nothing(), count: 16, cost: 1);

    private readonly struct Nothing : IParallelWork
    {
        public void Do(int start, int end) { }
    }
}
