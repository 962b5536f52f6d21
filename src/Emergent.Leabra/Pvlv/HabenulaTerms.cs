namespace Emergent.Leabra;

/// <summary>What the lateral habenula's activation is made of, in the last cycle of a plus phase.</summary>
/// <param name="VSPatchPosNet">Expected reward: positive where an outcome that was expected is still to come or lacking.</param>
/// <param name="VSPatchNegNet">Expected punishment.</param>
/// <param name="VSMatrixPosNet">Promised reward.</param>
/// <param name="VSMatrixNegNet">Promised punishment.</param>
/// <param name="NetPos">What is good: the reward itself, or its promise.</param>
/// <param name="NetNeg">What is bad: the punishment itself, or its promise.</param>
public readonly record struct HabenulaTerms(float VSPatchPosNet, float VSPatchNegNet, float VSMatrixPosNet, float VSMatrixNegNet, float NetPos, float NetNeg);
