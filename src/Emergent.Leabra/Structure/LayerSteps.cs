namespace Emergent.Leabra;

/// <summary>Steps that plain layers do not take; a network calls them for layers of types that override them, and for no others.</summary>
[Flags]
internal enum LayerSteps
{
    None = 0,
    SendModulation = 1,
    SendSignals = 2,
    EndCycle = 4,
    SendContext = 8,
    ReceiveContext = 16,
    ModulateExcitation = 32,
}
