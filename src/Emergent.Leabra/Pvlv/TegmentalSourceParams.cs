namespace Emergent.Leabra;

/// <summary>The names of the layers that the ventral tegmental area reads; all must exist.</summary>
public class TegmentalSourceParams : MidbrainSourceParams
{
    /// <summary>The pedunculopontine nucleus: rising predictions.</summary>
    public string PPTg { get; set; } = "PPTg";

    /// <summary>The lateral habenula.</summary>
    public string LHbRMTg { get; set; } = "LHbRMTg";

    internal override void AddPrefix(string prefix)
    {
        base.AddPrefix(prefix);
        (PPTg, LHbRMTg) = (prefix + PPTg, prefix + LHbRMTg);
    }
}
