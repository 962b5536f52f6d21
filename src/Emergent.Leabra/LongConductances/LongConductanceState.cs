using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The columns of <see cref="LongConductanceVariables"/>, over all units of the network.</summary>
internal sealed class LongConductanceState(Func<string, AlignedFloats> column)
{
    public readonly AlignedFloats AlphaMax = column("AlphaMax"), VmEff = column("VmEff");
    public readonly AlignedFloats Gnmda = column("Gnmda"), NMDA = column("NMDA"), NMDASyn = column("NMDASyn");
    public readonly AlignedFloats GgabaB = column("GgabaB"), GABAB = column("GABAB"), GABABx = column("GABABx");

    /// <summary>What lasts beyond a trial, less what the decay of state takes away.</summary>
    public ReadOnlySpan<AlignedFloats> Lasting => _lasting;

    private readonly AlignedFloats[] _lasting =
        [column("VmEff"), column("Gnmda"), column("NMDA"), column("NMDASyn"), column("GgabaB"), column("GABAB"), column("GABABx")];
}
