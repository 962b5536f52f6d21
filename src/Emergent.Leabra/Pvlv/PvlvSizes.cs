using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The sizes of a PVLV network.</summary>
/// <remarks>Defaults are those of the reference's example.</remarks>
public sealed record PvlvSizes
{
    /// <summary>The shape of StimIn: a unit for each stimulus.</summary>
    public Shape Stimuli { get; init; } = [12, 1];

    /// <summary>The shape of ContextIn: a unit for each context.</summary>
    public Shape Contexts { get; init; } = [20, 3];

    /// <summary>The shape of USTimeIn: [stimuli, valences, outcomes, ticks since the stimulus].</summary>
    public Shape Times { get; init; } = [16, 2, 4, 5];

    /// <summary>The number of outcomes: pools of the amygdala and the striatum, units of the primary values.</summary>
    public int Outcomes { get; init; } = 4;

    /// <summary>The shape of a pool of the basolateral amygdala.</summary>
    public Shape Amygdala { get; init; } = [7, 9];
}
