namespace Emergent.Leabra;

/// <summary>The names of the layers that the ventral tegmental area reads; all must exist.</summary>
public class TegmentalSourceParams
{
    /// <summary>The pedunculopontine nucleus: rising predictions.</summary>
    public string PPTg { get; set; } = "PPTg";

    /// <summary>The lateral habenula.</summary>
    public string LHbRMTg { get; set; } = "LHbRMTg";

    /// <summary>Rewards.</summary>
    public string PosPV { get; set; } = "PosPV";

    /// <summary>Punishments.</summary>
    public string NegPV { get; set; } = "NegPV";

    /// <summary>Patch that expects reward.</summary>
    public string VSPatchPosD1 { get; set; } = "VSPatchPosD1";

    /// <summary>Its opponent.</summary>
    public string VSPatchPosD2 { get; set; } = "VSPatchPosD2";

    /// <summary>The opponent of the patch that expects punishment.</summary>
    public string VSPatchNegD1 { get; set; } = "VSPatchNegD1";

    /// <summary>Patch that expects punishment.</summary>
    public string VSPatchNegD2 { get; set; } = "VSPatchNegD2";

    /// <summary>Puts a prefix before all names.</summary>
    internal void AddPrefix(string prefix)
    {
        (PPTg, LHbRMTg, PosPV, NegPV) = (prefix + PPTg, prefix + LHbRMTg, prefix + PosPV, prefix + NegPV);
        (VSPatchPosD1, VSPatchPosD2, VSPatchNegD1, VSPatchNegD2) = (prefix + VSPatchPosD1, prefix + VSPatchPosD2, prefix + VSPatchNegD1, prefix + VSPatchNegD2);
    }
}
