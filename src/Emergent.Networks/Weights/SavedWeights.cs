namespace Emergent.Networks;

/// <summary>The content of a weights file, as emergent's JSON has it.</summary>
/// <param name="Network">The name of the network that it was saved from.</param>
/// <param name="Layers">The layers in order.</param>
public sealed record SavedWeights(string Network, IReadOnlyList<SavedLayer> Layers);

/// <summary>One layer of a weights file.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="MetaData">Its running averages, by name.</param>
/// <param name="Projections">The projections that it receives.</param>
public sealed record SavedLayer(string Name, IReadOnlyList<(string Name, float Value)> MetaData, IReadOnlyList<SavedProjection> Projections)
{
    /// <summary>What its units have learned, such as biases: a value for each unit, by the name of the variable.</summary>
    public IReadOnlyList<(string Variable, float[] Values)> Units { get; init; } = [];
}

/// <summary>One projection of a weights file.</summary>
/// <param name="From">The sending layer's name.</param>
/// <param name="MetaData">Its running values, by name.</param>
/// <param name="Receivers">The receiving units.</param>
public sealed record SavedProjection(string From, IReadOnlyList<(string Name, float Value)> MetaData, IReadOnlyList<SavedReceiver> Receivers);

/// <summary>The weights of one receiving unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Senders">The sending units.</param>
/// <param name="Weights">Their weights, one for each.</param>
public sealed record SavedReceiver(int Unit, int[] Senders, float[] Weights);
