using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer whose excitation or gain dopamine modulates.</summary>
/// <remarks>Source: emergent leabra, pbwm, ModLayer.</remarks>
public class DopamineModulatedLayer : PbwmLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public DopamineModulatedLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "ModLayer";

    /// <summary>How dopamine modulates.</summary>
    public DaModParams DaMod { get; } = new();

    /// <inheritdoc/>
    private protected override AlignedFloats Excitation(UnitPart units)
    {
        if (!DaMod.On || DaMod.ModGain) { return State.GeRaw; }
        var factor = DaMod.Excitation(DA, LeabraNetwork.Time.IsPlusPhase);
        RunKernel(new ProductKernel(factor, ref State.GeRaw.Start, ref State.Target.Start), units.Live);
        return State.Target;
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        if (!DaMod.On || !DaMod.ModGain)
        {
            base.Activate(units);
            return;
        }
        var modulated = new UnitConstants(Act, Learn, DaMod.Gain(Act.XX1.Gain, DA, LeabraNetwork.Time.IsPlusPhase));
        ActivateBy(in modulated, units);
    }
}
