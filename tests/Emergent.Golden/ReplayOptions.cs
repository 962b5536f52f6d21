namespace Emergent.Golden;

/// <summary>How cases are replayed.</summary>
/// <param name="Threads">The number of threads; 0 for as the network chooses.</param>
/// <param name="Fused">Whether weight changes are computed and applied in one pass, as training does, instead of one after the other.</param>
/// <param name="Case">Only cases whose name contains this.</param>
public sealed record ReplayOptions(int Threads = 1, bool Fused = false, string Case = "");
