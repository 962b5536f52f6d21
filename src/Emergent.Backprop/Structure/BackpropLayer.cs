using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>A layer of units that learn by backpropagation of error.</summary>
public partial class BackpropLayer : Layer
{
    private Constants _constants;
    private LearnedColumn _biases = null!;
    private BackpropProjection[] _receiving = [];

    /// <summary>A layer that is not yet part of a network; see <see cref="BackpropNetwork.AddLayer(string, Shape, LayerKind)"/>.</summary>
    public BackpropLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "Layer";

    /// <inheritdoc/>
    public override IReadOnlyList<string> KeyParameters => ["Act.Function", "Error.Function", "Bias.On", "Bias.Learn.Optimizer", "Bias.Learn.Lrate"];

    /// <summary>How net input becomes activation.</summary>
    public ActParams Act { get; } = new();

    /// <summary>What the layer has to make small, if it is a Target layer.</summary>
    public ErrorParams Error { get; } = new();

    /// <summary>The biases of the units.</summary>
    public BiasParams Bias { get; } = new();

    /// <summary>The columns of the whole network.</summary>
    internal UnitState State { get; private set; } = null!;

    /// <summary>The units that send.</summary>
    internal NonzeroUnits Active { get; private set; } = null!;

    /// <summary>The units that send errors back.</summary>
    internal NonzeroUnits Erring { get; private set; } = null!;

    internal bool HasNewParameters => _constants != new Constants(this);

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> LearnedVariables => Kind == LayerKind.Input ? [] : ["Bias"];

    private BackpropNetwork BackpropNetwork => (BackpropNetwork)Network!;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        State = BackpropNetwork.StateOver(this, ColumnAt);
        (Active, Erring) = (new NonzeroUnits(UnitCount), new NonzeroUnits(UnitCount));
        _biases = new LearnedColumn(State.Bias, State.BiasMoment, State.BiasSquare);
        _receiving = [.. ReceivingProjections.Cast<BackpropProjection>()];
        TakeParameters();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        if (Kind is LayerKind.Target or LayerKind.Compare && ReceivingProjections.Count == 0)
        {
            throw new EmergentException($"Layer '{Name}' is a {Kind} layer that nothing is projected to, so that it could do nothing but repeat its biases. Project to it from another layer.");
        }
        if (Error.Function == ErrorFunction.CrossEntropy && Kind is LayerKind.Target or LayerKind.Compare && !CrossEntropy.IsDefinedFor(Act.Function))
        {
            throw new EmergentException($"Layer '{Name}': Error.Function is CrossEntropy, which {Act.Function} units have not, since their activation is no probability. Set Act.Function to Sigmoid, Tanh or Softmax, or Error.Function to SquaredError.");
        }
    }

    internal void TakeParameters() => _constants = new Constants(this);

    /// <summary>Gives the units the state of a network that has seen nothing.</summary>
    internal void InitializeState()
    {
        TakeParameters();
        foreach (var column in (AlignedFloats[])[State.Act, State.Net, State.Err, State.Delta, State.DBias]) { Column(column).Clear(); }
        Column(State.Bias).Fill(Kind == LayerKind.Input ? 0f : Bias.Init);
        _biases.Reset(Offset, UnitCount);
        Active.Clear();
        Erring.Clear();
        ClearInput();
    }

    /// <summary>This layer's part of a column.</summary>
    internal Span<float> Column(AlignedFloats column) => column.Slice(Offset, UnitCount);

    /// <summary>The first of this layer's part of a column, which ends with a whole cache line.</summary>
    internal ref float First(AlignedFloats column) => ref System.Runtime.CompilerServices.Unsafe.Add(ref column.Start, Offset);

    /// <summary>The parameters that a trial runs with.</summary>
    private readonly record struct Constants(ActivationFunction Function, ErrorFunction Error, bool HasBias, LearnConstants Bias, LayerKind Kind)
    {
        public Constants(BackpropLayer layer) : this(layer.Act.Function, layer.Error.Function, layer.Bias.On, new LearnConstants(layer.Bias.Learn), layer.Kind) { }
    }
}
