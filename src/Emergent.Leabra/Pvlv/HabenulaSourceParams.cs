namespace Emergent.Leabra;

/// <summary>The names of the layers that the lateral habenula reads; an empty name for none.</summary>
public class HabenulaSourceParams : MidbrainSourceParams
{
    /// <summary>Matrix that promises reward.</summary>
    public string VSMatrixPosD1 { get; set; } = "VSMatrixPosD1";

    /// <summary>Its opponent.</summary>
    public string VSMatrixPosD2 { get; set; } = "VSMatrixPosD2";

    /// <summary>The opponent of the matrix that promises punishment.</summary>
    public string VSMatrixNegD1 { get; set; } = "VSMatrixNegD1";

    /// <summary>Matrix that promises punishment.</summary>
    public string VSMatrixNegD2 { get; set; } = "VSMatrixNegD2";

    internal override void AddPrefix(string prefix)
    {
        base.AddPrefix(prefix);
        (VSMatrixPosD1, VSMatrixPosD2, VSMatrixNegD1, VSMatrixNegD2) = (prefix + VSMatrixPosD1, prefix + VSMatrixPosD2, prefix + VSMatrixNegD1, prefix + VSMatrixNegD2);
    }
}
