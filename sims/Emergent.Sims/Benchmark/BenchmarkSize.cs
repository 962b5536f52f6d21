namespace Emergent.Sims;

/// <summary>A size of the published benchmark.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Units">Units a layer, before rounding down to a square.</param>
/// <param name="Epochs">Epochs to time.</param>
/// <param name="Patterns">Patterns an epoch.</param>
public sealed record BenchmarkSize(string Name, int Units, int Epochs, int Patterns)
{
    /// <summary>The five sizes that the Go and C++ programs publish figures for.</summary>
    public static IReadOnlyList<BenchmarkSize> All { get; } =
    [
        new("SMALL", 25, 10, 100), new("MEDIUM", 100, 3, 100), new("LARGE", 625, 5, 20), new("HUGE", 1024, 5, 10), new("GINORMOUS", 2048, 2, 10),
    ];

    /// <summary>The size of this name.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public static BenchmarkSize Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new EmergentException($"There is no benchmark size '{name}'. {Names.DidYouMean(name, All.Select(s => s.Name))}");
}
