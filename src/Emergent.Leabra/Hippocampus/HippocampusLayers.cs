namespace Emergent.Leabra;

/// <summary>The layers of a hippocampus, and its rhythm.</summary>
/// <param name="Input">What is experienced.</param>
/// <param name="ECin">The cortex that is the input.</param>
/// <param name="ECout">The cortex that recalls; present the whole memory to it to score a test.</param>
/// <param name="CA1">Translates between CA3 and the cortex.</param>
/// <param name="DG">Separates patterns.</param>
/// <param name="CA3">Binds and completes them.</param>
/// <param name="Theta">What each quarter of a trial switches on and off.</param>
public sealed record HippocampusLayers(
    LeabraLayer Input, LeabraLayer ECin, LeabraLayer ECout, LeabraLayer CA1, LeabraLayer DG, LeabraLayer CA3, ThetaPhases Theta);
