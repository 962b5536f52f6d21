namespace Emergent.Leabra;

/// <summary>Errors that the projections of PVLV have in common.</summary>
internal static class PvlvErrors
{
    /// <summary>The receiver is no layer that such a projection can teach.</summary>
    public static EmergentException WrongReceiver(LeabraProjection projection, string rule) => new(
        $"Projection '{projection.Name}' ({projection.TypeName}) from layer '{projection.Sender.Name}': layer '{projection.Receiver.Name}' is of type {projection.Receiver.TypeName}; it must be {rule}.");
}
