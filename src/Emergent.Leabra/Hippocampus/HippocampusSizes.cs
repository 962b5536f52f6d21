using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The sizes of a hippocampus.</summary>
/// <remarks>Defaults are those of the AB–AC model of the textbook.</remarks>
public sealed record HippocampusSizes
{
    /// <summary>The shape of Input, ECin and ECout: pools, one for each slot of a memory.</summary>
    public Shape Cortex { get; init; } = [6, 2, 3, 4];

    /// <summary>The shape of CA1: the same pools as the cortex.</summary>
    public Shape CA1 { get; init; } = [6, 2, 4, 10];

    /// <summary>The shape of the dentate gyrus.</summary>
    public Shape DG { get; init; } = [25, 25]; // many times the units of CA3, of which hardly any are active: it separates patterns

    /// <summary>The shape of CA3.</summary>
    public Shape CA3 { get; init; } = [30, 10];

    /// <summary>The share of ECin that each unit of DG and CA3 is connected with: the perforant path.</summary>
    public float PerforantPath { get; init; } = 0.25f;

    /// <summary>The share of DG that each unit of CA3 is connected with: the mossy fibres.</summary>
    public float MossyFibres { get; init; } = 0.02f; // few and strong

    /// <summary>The seed of the random connections.</summary>
    public long Seed { get; init; } = 1;
}
