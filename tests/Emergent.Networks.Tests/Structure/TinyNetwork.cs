using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>The smallest network there can be, of no known algorithm: a unit adds up its inputs times one weight.</summary>
internal sealed class TinyNetwork(string name = "Tiny") : Network(name)
{
    protected override IReadOnlyList<Variable> AlgorithmSynapseVariables { get; } = [new("Wt", "Weight.", 0, 1, "Weight")];

    protected override IReadOnlyList<Variable> AlgorithmUnitVariables { get; } =
        [new("Sum", "Sum of inputs.", 0, 10, "Activation"), new("Input", "What was presented.", 0, 1, "Input")];

    /// <summary>What the next build shall fail with.</summary>
    public Exception? BuildFailure { get; set; }

    public TinyLayer AddLayer(string layerName, Shape shape, LayerKind kind = LayerKind.Hidden) => AddToLayers(new TinyLayer(layerName, shape, kind));

    public TLayer Add<TLayer>(TLayer layer) where TLayer : Layer => AddToLayers(layer);

    public TinyProjection Project(Layer sender, Layer receiver, Connectivity? connectivity = null, ProjectionKind kind = ProjectionKind.Forward) =>
        AddToProjections(new TinyProjection(sender, receiver, connectivity ?? Connectivity.Full, kind));

    public TinyProjection AddAgain(TinyProjection projection) => AddToProjections(projection);

    public override void RunTrial(bool learn = true)
    {
        foreach (var projection in Projections)
        {
            var from = projection.Sender.Units("Input");
            var to = projection.Receiver.Units("Sum");
            for (var r = 0; r < to.Length; r++) { foreach (var s in projection.Connections.SendersOf(r)) { to[r] += from[s] * projection.Synapse("Wt", s, r); } }
        }
    }

    public override void ClearInputs()
    {
        foreach (var layer in Layers) { layer.Units("Input").Clear(); }
    }

    protected override void BuildCore()
    {
        if (BuildFailure is { } failure) { throw failure; }
    }

    protected override void InitializeCore(long seed, int run)
    {
        foreach (var layer in Layers) { layer.Units("Sum").Clear(); }
    }
}

internal class TinyLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : Layer(name, shape, kind)
{
    public override string TypeName => "Layer";

    public TinyParams Tiny { get; } = new();

    public override IReadOnlyList<string> KeyParameters => ["Tiny.Gain", "Tiny.Rule"];

    protected override void PresentCore(ReadOnlySpan<float> pattern, Shape shape)
    {
        for (var i = 0; i < pattern.Length; i++) { Units("Input")[UnitOf(i, shape)] = pattern[i]; }
    }
}

/// <summary>A layer of another type, with a parameter and variables of its own.</summary>
internal sealed class FancyLayer(string name, Shape shape) : TinyLayer(name, shape)
{
    public FancyParams Fancy { get; } = new();

    public override IReadOnlyList<string> KeyParameters => [.. base.KeyParameters, "Fancy.Depth"];

    public override IReadOnlyList<Variable> ExtraVariables =>
        [new("Fanciness", "How fancy the unit is.", 0, 1, "Fancy"), new("Sum", "Not a second sum.", 0, 1, "Fancy")];
}

internal sealed class TinyProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind) : Projection(sender, receiver, connectivity, kind)
{
    private readonly Dictionary<(int, int), float> _weights = [];

    public override string TypeName => "Prjn";

    public StrengthParams Strength { get; } = new();

    public override IReadOnlyList<string> KeyParameters => ["Strength.Rel"];

    protected override float SynapseCore(int variable, int sender, int receiver) => _weights.GetValueOrDefault((sender, receiver), 0.5f);

    protected internal override void SetWeightCore(int sender, int receiver, float weight) => _weights[(sender, receiver)] = weight;
}

internal enum TinyRule { Sum, Mean, Max }

internal sealed class TinyParams
{
    [System.ComponentModel.DataAnnotations.Range(0.0, 10.0)]
    public float Gain { get; set; } = 1f;

    [Usual(0.5, -2)]
    public double Offset { get; set; }

    public int Steps { get; set; } = 3;

    public bool On { get; set; }

    public TinyRule Rule { get; set; }

    public string Note { get; set; } = "";

    [System.ComponentModel.DataAnnotations.Range(1e-6, 1e6)]
    public float Tau { get; set; } = 10f;

    public InnerParams Inner { get; } = new();
}

internal sealed class InnerParams
{
    public float Gain { get; set; } = 2f;
}

internal sealed class FancyParams
{
    public int Depth { get; set; } = 1;
}

internal sealed class StrengthParams
{
    public float Abs { get; set; } = 1f;

    public float Rel { get; set; } = 1f;
}
