namespace Emergent.Leabra;

/// <summary>What dopamine is made of, in the last cycle of a plus phase.</summary>
/// <param name="PVI">The shunting of bursts by an expectation.</param>
/// <param name="TotBurstDA">The burst before it is shunted.</param>
/// <param name="TotDipDA">The dip before it is shunted; above 0.</param>
/// <param name="NetDipDA">The dip that is left.</param>
/// <param name="NetDA">Dopamine, without the tonic level.</param>
public readonly record struct TegmentalTerms(float PVI, float TotBurstDA, float TotDipDA, float NetDipDA, float NetDA);
