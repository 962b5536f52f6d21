namespace Emergent.Leabra;

/// <summary>The input of one tick of a PVLV network; what is empty is zeros.</summary>
public readonly ref struct PvlvInputs
{
    /// <summary>Which stimuli are there.</summary>
    public ReadOnlySpan<float> Stimuli { get; init; }

    /// <summary>The context.</summary>
    public ReadOnlySpan<float> Contexts { get; init; }

    /// <summary>The time since a stimulus.</summary>
    public ReadOnlySpan<float> Times { get; init; }

    /// <summary>The rewards, which come in the plus phase.</summary>
    public ReadOnlySpan<float> Rewards { get; init; }

    /// <summary>The punishments, which come in the plus phase.</summary>
    public ReadOnlySpan<float> Punishments { get; init; }
}
