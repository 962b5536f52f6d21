namespace Emergent.Leabra;

/// <summary>The names of the layers that the lateral habenula reads; an empty name for none.</summary>
public class HabenulaSourceParams
{
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

    /// <summary>Matrix that promises reward.</summary>
    public string VSMatrixPosD1 { get; set; } = "VSMatrixPosD1";

    /// <summary>Its opponent.</summary>
    public string VSMatrixPosD2 { get; set; } = "VSMatrixPosD2";

    /// <summary>The opponent of the matrix that promises punishment.</summary>
    public string VSMatrixNegD1 { get; set; } = "VSMatrixNegD1";

    /// <summary>Matrix that promises punishment.</summary>
    public string VSMatrixNegD2 { get; set; } = "VSMatrixNegD2";

    /// <summary>Puts a prefix before all names.</summary>
    internal void AddPrefix(string prefix)
    {
        (PosPV, NegPV) = (prefix + PosPV, prefix + NegPV);
        (VSPatchPosD1, VSPatchPosD2, VSPatchNegD1, VSPatchNegD2) = (prefix + VSPatchPosD1, prefix + VSPatchPosD2, prefix + VSPatchNegD1, prefix + VSPatchNegD2);
        (VSMatrixPosD1, VSMatrixPosD2, VSMatrixNegD1, VSMatrixNegD2) = (prefix + VSMatrixPosD1, prefix + VSMatrixPosD2, prefix + VSMatrixNegD1, prefix + VSMatrixNegD2);
    }
}
