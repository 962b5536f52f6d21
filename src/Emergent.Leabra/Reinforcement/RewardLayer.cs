using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer of reward learning, whose units compute a number instead of responding as neurons do.</summary>
/// <remarks>Activation is a step of its own; potentials and learning averages stand. Conductances, phases and statistics are those of every layer. Source: emergent leabra, rl.</remarks>
public abstract class RewardLayer : LeabraLayer, IDopamineReceiver
{
    private protected RewardLayer(string name, Shape shape, LayerKind kind) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public float DA { get; set; }

    /// <summary>The activation of the first unit: the number that the layer stands for.</summary>
    private protected static float Value(LeabraLayer layer) => layer.State.Act.Span[layer.First];

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        DA = 0f;
    }

    /// <inheritdoc/>
    protected internal override void UpdateLearningSignal() { }   // no averages, no signal: it stays 0

    /// <summary>Sets the activation of all units that are not lesioned.</summary>
    private protected void Show(UnitPart units, float value)
    {
        for (var r = 0; r < units.Live.Count; r++) { State.Act.Slice(units.Live[r].Start, units.Live[r].Count).Fill(value); }
    }

    /// <summary>Copies a column to the activation of all units that are not lesioned.</summary>
    private protected void Show(UnitPart units, AlignedFloats values)
    {
        for (var r = 0; r < units.Live.Count; r++)
        {
            var (start, count) = units.Live[r];
            values.Slice(start, count).CopyTo(State.Act.Slice(start, count));
        }
    }
}
