using BenchmarkDotNet.Attributes;
using Emergent.Networks;

namespace Emergent.Bench;

/// <summary>What is done once for a network: connecting, giving weights, saving and loading them.</summary>
[MemoryDiagnoser]
public class Building
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emergent-bench-{Environment.ProcessId}.wts");
    private BenchmarkedNetwork _net = null!;

    [GlobalSetup]
    public void Build()
    {
        _net = BenchmarkedNetwork.Published(625);
        _net.Network.SaveWeights(_file);
    }

    [GlobalCleanup]
    public void Delete() => File.Delete(_file);

    /// <summary>Two million synapses between layers of ten thousand units.</summary>
    [Benchmark]
    public Connections ConnectTwoMillion() => new RectConnectivity { Size = new(14, 14), Start = new(-7, -7) }.Connect([100, 100], [100, 100]);

    /// <summary>2.7 million synapses, by one thread.</summary>
    [Benchmark]
    public void Initialize() => _net.Network.Initialize(seed: 1);

    /// <summary>The same by all threads.</summary>
    [Benchmark]
    public void InitializeShared()
    {
        _net.Network.Threads = 0;
        _net.Network.Initialize(seed: 1);
        _net.Network.Threads = 1;
    }

    /// <summary>Random weights for one projection of 390,625 synapses.</summary>
    [Benchmark]
    public void DrawWeights() => _net.Projection.InitializeWeights(seed: 1, run: 0);

    [Benchmark]
    public void SaveWeights() => _net.Network.SaveWeights(_file);

    [Benchmark]
    public void LoadWeights() => _net.Network.LoadWeights(_file);
}
