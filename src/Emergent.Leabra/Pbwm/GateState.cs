namespace Emergent.Leabra;

/// <summary>What a stripe's gate has done.</summary>
public struct GateState
{
    /// <summary>The activation with which the gate opened; 0 if it did not. It stands until the next gating or the next trial.</summary>
    public float Act { get; internal set; }

    /// <summary>Whether this is the cycle of gating, open or not.</summary>
    public bool IsNow { get; internal set; }

    /// <summary>How long a stripe has been open (from 0) or shut (from −1 downwards): in the thalamus in gatings, in prefrontal layers in their quarters.</summary>
    public int Cnt { get; internal set; }

    /// <summary>Whether the gate opened.</summary>
    public readonly bool IsOpen => Act > 0f;

    /// <summary>The state of a gate that nothing has been decided for.</summary>
    internal static GateState None => new() { Cnt = -1 };
}
