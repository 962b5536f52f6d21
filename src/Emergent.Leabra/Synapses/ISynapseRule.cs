using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>A rule of learning of its own: the change of a synapse from its sender, its receiver and its linear weight.</summary>
/// <remarks>
/// A struct, so that the kernel over it is compiled for it. Every synapse of every sender learns. What is changed is not touched by the rule:
/// normalization, momentum and the learning rate follow in <see cref="RuleKernel{TRule}"/>.
/// </remarks>
internal interface ISynapseRule
{
    /// <summary>Whether what the rule gives is the whole change: the learning rate is in it, and neither normalization nor momentum follows.</summary>
    static virtual bool IsWhole => false;

    /// <summary>The number of columns of receiving units that the rule reads, at most <see cref="RuleRow.MostColumns"/>.</summary>
    int Columns { get; }

    /// <summary>A column of the receiver's network that the rule reads.</summary>
    AlignedFloats Column(int index);

    /// <summary>Takes what it needs of a sending unit.</summary>
    /// <param name="sender">The unit's place in its network's columns.</param>
    /// <param name="place">The place of its first synapse, for rules that keep variables of synapses.</param>
    void Begin(int sender, int place);

    /// <summary>The changes of synapses from <paramref name="i"/> of the sender's on.</summary>
    T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T>;
}
