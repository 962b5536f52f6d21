using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection that brings Go or NoGo to the thalamus, which keeps the two apart.</summary>
/// <remarks>From a matrix layer with D1 receptors it is Go, from any other layer NoGo. Source: emergent leabra, pbwm, GPiThalPrjn.</remarks>
public class GPiThalProjection : LeabraProjection
{
    /// <summary>A projection that is not yet part of a network; see <see cref="PbwmNetworks.AddDorsalBG"/>.</summary>
    public GPiThalProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "GPiThalPrjn";

    /// <summary>Whether it brings Go.</summary>
    public bool IsGo => Sender is PbwmMatrixLayer { DaR: DopamineReceptor.D1R };

    /// <inheritdoc/>
    private protected override AlignedFloats Target => IsGo ? ((GPiThalLayer)Receiver).GoColumn : ((GPiThalLayer)Receiver).NoGoColumn;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<GPiThalLayer>("Go and NoGo are kept apart by a GPiThalLayer only. Use another projection or another layer.");
        base.Build();
    }
}
