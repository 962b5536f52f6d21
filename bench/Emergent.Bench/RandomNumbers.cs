using BenchmarkDotNet.Attributes;
using Emergent.Data;

namespace Emergent.Bench;

/// <summary>Noise for units: divide by 1024 for the price of one.</summary>
[MemoryDiagnoser]
public class RandomNumbers
{
    private const int Units = 1024;

    private readonly float[] _noise = new float[Units];
    private readonly RandomParams _gaussian = new() { Dist = Distribution.Gaussian, Var = 0.005f }, _uniform = new() { Dist = Distribution.Uniform, Var = 0.005f };
    private ulong _cycle;

    /// <summary>As units get it: two of a block, by the normal quantile.</summary>
    [Benchmark]
    public void GaussianNoise() => Draw(_gaussian);

    /// <summary>Any other distribution: a sequence opened for each unit.</summary>
    [Benchmark]
    public void UniformNoise() => Draw(_uniform);

    /// <summary>One after the other from one sequence.</summary>
    [Benchmark]
    public double GaussianDraws()
    {
        var random = new CounterRandom(1, 0, 2, ++_cycle);
        var sum = 0.0;
        for (var i = 0; i < Units; i++) { sum += RandomDistribution.Gaussian(ref random); }
        return sum;
    }

    private void Draw(RandomParams distribution) => distribution.Generate(_noise, new CounterRandom(1, 0, 2), ++_cycle << 32);
}
