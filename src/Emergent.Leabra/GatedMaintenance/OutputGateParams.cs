using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>What output does to what was held: once it is out, it is cleared.</summary>
public class OutputGateParams
{
    /// <summary>The largest activation of the output layer above which it clears.</summary>
    [Range(0.0, 1.0)]
    public float ResetThr { get; set; } = 0.5f; // with its gate closed output stays at 0.36 and less (golden case)

    /// <summary>The names of the layers that it clears; they are looked up when the network is built.</summary>
    public IList<string> ClearLays { get; } = [];
}
