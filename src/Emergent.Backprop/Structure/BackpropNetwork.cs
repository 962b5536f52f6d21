using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>A feed-forward network that learns by backpropagation of error.</summary>
/// <remarks>
/// Layers compute once a trial, in order of creation, and errors go back through them in the opposite order; so a projection leads from a layer to a
/// later one. The same bits for the same seed, at every vector width and on every machine; on one thread. Equations: docs/backprop.md.
/// Source: Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating errors, Nature 323, 533–536.
/// </remarks>
public class BackpropNetwork : Network
{
    private BackpropLayer[] _layers = [];
    private UnitState? _state;
    private float _lrateFactor = 1f;

    /// <summary>An empty network.</summary>
    public BackpropNetwork(string name) : base(name) { }

    /// <summary>After how many trials the weights change, by the mean of their gradients.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize
    {
        get;
        set
        {
            if (value < 1) { throw new ArgumentOutOfRangeException(nameof(value), $"Network '{Name}': a batch has at least 1 trial; {value} were asked for."); }
            field = value;
        }
    } = 1;

    /// <summary>How many trials of the present batch have been gathered and not yet applied.</summary>
    public int TrialsInBatch { get; private set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable> AlgorithmSynapseVariables => Backprop.SynapseVariables.All;

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable> AlgorithmUnitVariables => Backprop.UnitVariables.All;

    /// <summary>The layer of this name.</summary>
    /// <exception cref="EmergentException">No layer has this name.</exception>
    public new BackpropLayer this[string layerName] => (BackpropLayer)base[layerName];

    /// <summary>Adds a layer, which computes after all those added before.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[Y, X], or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <param name="kind">What the layer is for.</param>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public BackpropLayer AddLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) => AddLayer(new BackpropLayer(name, shape, kind));

    /// <summary>Adds a layer of a type of its own, which computes after all those added before.</summary>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public TLayer AddLayer<TLayer>(TLayer layer) where TLayer : BackpropLayer => AddToLayers(layer);

    /// <summary>Adds a projection from a layer to a later one.</summary>
    /// <exception cref="EmergentException">It leads backwards or to an Input layer, a layer is of another network, or the network is built.</exception>
    public BackpropProjection Project(Layer sender, Layer receiver, Connectivity connectivity) => Project(new BackpropProjection(sender, receiver, connectivity));

    /// <summary>Adds a projection of a type of its own from a layer to a later one.</summary>
    /// <exception cref="EmergentException">It leads backwards or to an Input layer, a layer is of another network, or the network is built.</exception>
    public TProjection Project<TProjection>(TProjection projection) where TProjection : BackpropProjection
    {
        ArgumentNullException.ThrowIfNull(projection);
        var (sender, receiver) = (projection.Sender, projection.Receiver);
        if (sender.Network == this && receiver.Network == this)
        {
            if (receiver.Index <= sender.Index)
            {
                throw new EmergentException($"Projection '{projection.Name}' leads backwards: layer '{receiver.Name}' {(receiver == sender ? "would receive from itself" : $"was added before '{sender.Name}'")}, and in network '{Name}' layers compute once a trial, in the order in which they were added. Project from a layer to a later one, or add the layers in another order.");
            }
            if (receiver.Kind == LayerKind.Input)
            {
                throw new EmergentException($"Projection '{projection.Name}': '{receiver.Name}' is an Input layer, whose activation is its pattern, so that nothing sent to it would count. Make it a Hidden layer, or project to another.");
            }
        }
        return AddToProjections(projection);
    }

    /// <summary>Computes the activations of all layers from what was presented; where it learns, then sends errors back and changes the weights, or gathers their gradients for the batch.</summary>
    /// <param name="learn">Whether it learns.</param>
    /// <exception cref="EmergentException">Nothing was presented to the input layers or, where it learns, to the target layers; a parameter is out of range; or weights have grown beyond all bounds.</exception>
    public override void RunTrial(bool learn = true)
    {
        RequireBuilt("run");
        CheckPatterns(learn);
        TakeNewParameters();
        foreach (var layer in _layers) { if (!layer.IsOff) { layer.Activate(); } }
        if (learn) { Learn(); }
        ReachSafePoint(TimeScale.Trial);
    }

    /// <summary>Changes the weights by what the present batch has gathered, be it full or not; nothing if it has no trials.</summary>
    public void ApplyWeightChanges()
    {
        RequireBuilt("learn");
        if (TrialsInBatch == 0) { return; }
        foreach (var layer in _layers) { if (TakesErrors(layer)) { layer.Apply(TrialsInBatch, _lrateFactor); } }
        TrialsInBatch = 0;
    }

    /// <summary>Multiplies the learning rate of all weights and biases, for a schedule; the parameters stay, and initializing the network ends it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not a number.</exception>
    public void LrateMult(float factor)
    {
        if (factor is not (>= 0f and < float.PositiveInfinity)) { throw new ArgumentOutOfRangeException(nameof(factor), $"Network '{Name}': learning rates can be multiplied by 0 or more; {factor} was given."); }
        _lrateFactor = factor;
    }

    /// <inheritdoc/>
    public override void ClearInputs()
    {
        RequireBuilt("be shown anything");
        foreach (var layer in _layers) { layer.ClearInput(); }
    }

    /// <summary>The unit variables of all layers, made when the first layer is built.</summary>
    internal UnitState StateOver(BackpropLayer layer, Func<int, AlignedFloats> column) => _state = _state is null || layer.Index == 0 ? new UnitState(column) : _state;

    /// <inheritdoc/>
    protected override void BuildCore() => _layers = [.. Layers.Cast<BackpropLayer>()];

    /// <inheritdoc/>
    protected override void InitializeCore(long seed, int run)
    {
        if (!Array.Exists(_layers, l => l.Kind == LayerKind.Target))
        {
            throw new EmergentException($"Network '{Name}' has no Target layer, so that nothing says what it is to learn. Add one: AddLayer(\"Output\", [5, 5], LayerKind.Target).");
        }
        (TrialsInBatch, _lrateFactor) = (0, 1f);
        foreach (var layer in _layers) { layer.InitializeState(); }
        foreach (var projection in Projections) { ((BackpropProjection)projection).InitializeWeights(seed, run); }
    }

    /// <summary>Sends errors back, and changes the weights or gathers their gradients.</summary>
    private void Learn()
    {
        foreach (var layer in _layers) { if (!layer.IsOff) { layer.ClearErrors(); } }
        for (var l = _layers.Length - 1; l >= 0; l--) { if (TakesErrors(_layers[l])) { _layers[l].SendBack(); } }

        if (BatchSize == 1 && TrialsInBatch == 0 && !ShowsChanges)
        {
            foreach (var layer in _layers) { if (TakesErrors(layer)) { layer.LearnTrial(_lrateFactor); } }
            return;
        }
        foreach (var layer in _layers) { if (TakesErrors(layer)) { layer.Gather(isFirst: TrialsInBatch == 0); } }
        TrialsInBatch++;
        ShowChanges();
        if (TrialsInBatch >= BatchSize) { ApplyWeightChanges(); }
    }

    private static bool TakesErrors(BackpropLayer layer) => !layer.IsOff && layer.Kind != LayerKind.Input;

    /// <summary>Refuses a trial that would compute from nothing, or learn nothing.</summary>
    private void CheckPatterns(bool learn)
    {
        bool isShown = false, isTold = false;
        foreach (var layer in _layers)
        {
            if (layer.IsOff) { continue; }
            isShown |= layer.HasInput;
            isTold |= layer.Kind == LayerKind.Target && layer.HasTarget;
        }
        if (!isShown) { throw new EmergentException($"Network '{Name}': no layer was given input for this trial. Present a pattern to an Input layer{Suggest(LayerKind.Input)}."); }
        if (learn && !isTold) { throw new EmergentException($"Network '{Name}': no layer was given a target for this trial, so that there is nothing to learn. Present a pattern to a Target layer{Suggest(LayerKind.Target)}, or test with RunTrial(learn: false)."); }
    }

    private string Suggest(LayerKind kind) => Array.Find(_layers, l => l.Kind == kind && !l.IsOff) is { } layer ? $", such as '{layer.Name}'" : "";

    /// <summary>Lets parameters that have changed since the last trial count from this one on, if they are sound.</summary>
    private void TakeNewParameters()
    {
        var areNew = false;
        foreach (var layer in _layers)
        {
            areNew |= layer.HasNewParameters;
            for (var p = 0; p < layer.ReceivingProjections.Count; p++) { areNew |= ((BackpropProjection)layer.ReceivingProjections[p]).HasNewParameters; }
        }
        if (!areNew) { return; }
        Styles.CheckRanges();
        foreach (var layer in _layers) { layer.CheckParameters(); }
        foreach (var layer in _layers) { layer.TakeParameters(); }
        foreach (var projection in Projections) { ((BackpropProjection)projection).TakeParameters(); }
    }

    private void RequireBuilt(string what)
    {
        if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no weights yet, so it cannot {what}. Call Initialize(seed) first."); }
    }
}
