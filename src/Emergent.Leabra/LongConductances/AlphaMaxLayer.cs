using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A plain layer that records the largest activation of each unit in a trial.</summary>
/// <remarks>Source: emergent leabra, glong, AlphaMaxLayer.</remarks>
public class AlphaMaxLayer : LeabraLayer
{
    private AlphaMaxRecord _alphaMax = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public AlphaMaxLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "AlphaMaxLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => [LongConductanceVariables.AlphaMax];

    /// <summary>The cycle of a trial from which on the largest activation is recorded.</summary>
    [Styled, Range(0, 1_000_000)]
    public int AlphaMaxCyc { get; set; } = 30; // after the first burst of activity

    /// <summary>The largest AlphaMax of the layer's units, at least 0.</summary>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public float MaxAlphaMax
    {
        get
        {
            RequireNetwork();
            return _alphaMax.Largest;
        }
    }

    /// <summary>The column AlphaMax of the network.</summary>
    private protected AlignedFloats AlphaMax => _alphaMax.Column;

    /// <summary>The largest activation of each unit.</summary>
    internal ReadOnlySpan<float> AlphaMaxOfUnits => _alphaMax.Column.Slice(First, UnitCount);

    /// <summary>Lets learning see, from here on, the largest activation of the trial in place of the present one.</summary>
    public void LearnFromAlphaMax()
    {
        RequireNetwork();
        _alphaMax.CopyToActLrn();
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _alphaMax = new AlphaMaxRecord(this, ColumnOf(LongConductanceVariables.AlphaMax.Name));
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        _alphaMax.Column.Slice(First, UnitCount).Clear();
    }

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        base.BeginTrial(updateAverages);
        _alphaMax.Clear();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        if (LeabraNetwork.Time.Cycle >= AlphaMaxCyc) { RunKernel(new LargestActivationKernel(State, _alphaMax.Column), units.Live); }
    }
}
