using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>What the benchmark is asked to measure.</summary>
/// <param name="Sizes">The sizes, ascending.</param>
/// <param name="Units">Units a layer, if not a named size's or the series' own.</param>
/// <param name="Threads">The number of threads; 0 for by size; null for one, and then by size.</param>
/// <param name="Seconds">How long to time each row at least.</param>
/// <param name="Epochs">Epochs, if not the size's own.</param>
/// <param name="Patterns">Patterns an epoch, if not the size's own.</param>
internal sealed record BenchPlan(IReadOnlyList<BenchmarkSize> Sizes, int? Units, int? Threads, int Seconds, int? Epochs, int? Patterns)
{
    /// <summary>The size with the epochs and patterns asked for.</summary>
    public BenchmarkSize Lengthen(BenchmarkSize size) => size with { Epochs = Epochs ?? size.Epochs, Patterns = Patterns ?? size.Patterns };
}
