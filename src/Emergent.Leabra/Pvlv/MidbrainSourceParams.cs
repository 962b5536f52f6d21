namespace Emergent.Leabra;

/// <summary>The names of the layers that both the lateral habenula and the ventral tegmental area read: outcomes, and what was expected of them.</summary>
public abstract class MidbrainSourceParams
{
    private protected MidbrainSourceParams() { }

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
    internal virtual void AddPrefix(string prefix)
    {
        (PosPV, NegPV) = (prefix + PosPV, prefix + NegPV);
        (VSPatchPosD1, VSPatchPosD2, VSPatchNegD1, VSPatchNegD2) = (prefix + VSPatchPosD1, prefix + VSPatchPosD2, prefix + VSPatchNegD1, prefix + VSPatchNegD2);
    }
}
