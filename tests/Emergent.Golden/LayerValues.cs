using Emergent.Leabra;

namespace Emergent.Golden;

/// <summary>Numbers of a layer as a whole that tables list among the variables of its units, once for each unit.</summary>
internal static class LayerValues
{
    /// <summary>The number of that name; null if the layer has none, so that it is a variable of units.</summary>
    public static float? Of(LeabraLayer layer, string variable) => (variable, layer) switch
    {
        ("DA", IDopamineReceiver receiver) => receiver.DA,
        ("ACh", IAcetylcholineReceiver receiver) => receiver.ACh,
        ("DALrn", PallidalMatrixLayer matrix) => matrix.DALrn,
        _ => null,
    };
}
