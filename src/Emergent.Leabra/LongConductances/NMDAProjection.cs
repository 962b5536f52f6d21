using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection through NMDA channels: what it delivers lasts, and has an effect only on units that are active.</summary>
/// <remarks>It scales and learns as every other; among the receiver's projections it counts as excitatory. Its first class is NMDA. Source: emergent leabra, glong, NMDAPrjn.</remarks>
public class NMDAProjection : LeabraProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="LongConductanceNetworks.ProjectNMDA"/>.</summary>
    /// <exception cref="EmergentException">The receiver has no NMDA channels.</exception>
    public NMDAProjection(Layer sender, Layer receiver, Connectivity connectivity)
        : base(sender, receiver, connectivity, ReferenceEquals(sender, receiver) ? ProjectionKind.Lateral : ProjectionKind.Forward)
    {
        if (receiver is not LongConductanceLayer)
        {
            throw new EmergentException(
                $"Projection '{Name}': '{sender.Name}' cannot reach NMDA channels of layer '{receiver.Name}', which is of type {receiver.TypeName} and has none. Add '{receiver.Name}' with AddLongConductanceLayer, or use a plain projection.");
        }
        TakeClassOfKind("NMDA");
    }

    /// <inheritdoc/>
    public override string TypeName => "NMDAPrjn";

    /// <inheritdoc/>
    private protected override AlignedFloats Target => ((LongConductanceLayer)Receiver).Long.NMDASyn;
}
