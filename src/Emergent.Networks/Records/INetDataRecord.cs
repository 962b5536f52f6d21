namespace Emergent.Networks;

/// <summary>A state of a network among others.</summary>
internal interface INetDataRecord
{
    /// <summary>Where the simulation was.</summary>
    string Counters { get; }

    /// <summary>The values of a variable, by its place, over the units of all layers; none where it was not recorded.</summary>
    ReadOnlySpan<float> ValuesOf(int variable);
}
