using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The columns of <see cref="ModulationVariables"/>, over all units of the network.</summary>
internal sealed class ModulationState(Func<string, AlignedFloats> column)
{
    public readonly AlignedFloats DA = column("DA"), ACh = column("ACh"), SE = column("SE");
    public readonly AlignedFloats ModAct = column("ModAct"), ModLevel = column("ModLevel"), ModNet = column("ModNet"), ModLrn = column("ModLrn");
    public readonly AlignedFloats PVAct = column("PVAct");
}
