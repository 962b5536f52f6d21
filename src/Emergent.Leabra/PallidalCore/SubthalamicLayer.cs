using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Subthalamic nucleus (STN): tonically active units that excite the pallidum; strong input makes them burst and then pause.</summary>
/// <remarks>One step differs: after activation, calcium sets potassium conductance, which acts from the next cycle on. Source: emergent leabra, pcore, STNLayer.</remarks>
public class SubthalamicLayer : LeabraLayer
{
    private static readonly Variable[] Variables =
    [
        new("Ca", "Calcium, which bursts bring in.", 0, 2, "Calcium", AutoScale: true),
        new("KCa", "Share of the potassium channels that calcium has opened.", 0, 1, "Calcium"),
    ];

    private AlignedFloats _ca = null!, _kca = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="PallidalCoreNetworks.AddPallidalCore"/>.</summary>
    public SubthalamicLayer(string name, Shape shape, SubthalamicPart part) : base(name, shape)
    {
        Part = part;
        TonicUnits.SetDefaults(this);
        TonicUnits.SetTonus(this, leak: 0.4f, vm: 0.56f, act: part == SubthalamicPart.STNp ? 0.48f : 0.63f);
    }

    /// <inheritdoc/>
    public override string TypeName => "STNLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => Variables;

    /// <summary>Which population it is.</summary>
    public SubthalamicPart Part { get; }

    /// <summary>Calcium, and the potassium channels that it opens.</summary>
    public CalciumParams Ca { get; } = new();

    /// <inheritdoc/>
    protected override bool UsesPotassium => true;

    /// <inheritdoc/>
    protected internal override void SetDefaults(LeabraProjection received)
    {
        var strength = received.Sender is ExternalPallidumLayer ? 0.1f : Part == SubthalamicPart.STNp ? 1f : 0.2f;
        TonicUnits.SetDefaults(received, strength);
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        (_ca, _kca) = (ColumnOf("Ca"), ColumnOf("KCa"));
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(_ca);
        Clear(_kca);
    }

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        base.BeginTrial(updateAverages);
        if (!Ca.AlphaInit) { return; }
        foreach (var column in (ReadOnlySpan<AlignedFloats>)[State.Gk, _ca, _kca]) { ClearLive(column); }
    }

    /// <inheritdoc/>
    // Unit by unit: exponential and logarithm in double have no vector form, and there are as few units as actions.
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        Span<float> act = State.Act.Span, ca = _ca.Span, kca = _kca.Span, gk = State.Gk.Span;
        for (var r = 0; r < units.Live.Count; r++)
        {
            for (var unit = units.Live[r].Start; unit < units.Live[r].Start + units.Live[r].Count; unit++) { Ca.Advance(act[unit], ref ca[unit], ref kca[unit], out gk[unit]); }
        }
    }
}
