using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A plain layer of a model of prefrontal cortex and basal ganglia: dopamine and acetylcholine reach it, and what it maintains outlasts the trial.</summary>
/// <remarks>Units are those of every layer. Source: emergent leabra, pbwm, Layer.</remarks>
public class PbwmLayer : LeabraLayer, IDopamineReceiver, IAcetylcholineReceiver
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PbwmNetworks.AddPbwmLayer"/>.</summary>
    public PbwmLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind)
    {
        Act.Init.Decay = 0f;   // working memory lasts over trials
    }

    /// <inheritdoc/>
    public override string TypeName => "PbwmLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => ModulatorVariables.All;

    /// <inheritdoc/>
    public float DA { get; set; }

    /// <inheritdoc/>
    public float ACh { get; set; }

    /// <summary>Dopamine as learning sees it, by unit.</summary>
    internal AlignedFloats DALrnColumn { get; private set; } = null!;

    /// <summary>Dopamine as the units see it.</summary>
    internal AlignedFloats DAColumn { get; private set; } = null!;

    /// <summary>Acetylcholine as the units see it.</summary>
    internal AlignedFloats AChColumn { get; private set; } = null!;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        (DAColumn, DALrnColumn, AChColumn) = (ColumnOf("DA"), ColumnOf("DALrn"), ColumnOf("ACh"));
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        (DA, ACh) = (0f, 0f);
        foreach (var column in (AlignedFloats[])[DAColumn, DALrnColumn, AChColumn]) { Clear(column); }
    }

    /// <inheritdoc/>
    protected internal override void BeforeReading(int variable)
    {
        base.BeforeReading(variable);
        ShowModulators();
    }

    /// <summary>Brings the columns of neuromodulators up to date; where units differ, a cycle does it.</summary>
    internal virtual void ShowModulators()
    {
        DAColumn.Slice(First, UnitCount).Fill(DA);
        DALrnColumn.Slice(First, UnitCount).Fill(DA);
        AChColumn.Slice(First, UnitCount).Fill(ACh);
    }
}
