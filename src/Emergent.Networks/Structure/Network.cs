using System.Diagnostics.CodeAnalysis;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Layers and the projections between them, whatever algorithm moves their units.</summary>
/// <remarks>
/// Unit variables are one column each over the whole network, and each layer is a slice that starts on a 64-byte boundary.
/// An algorithm derives its own network, declares its variables and runs its trials.
/// </remarks>
public abstract partial class Network
{
    private const int MostUnits = 1 << 28;   // about 40 GB of unit variables; beyond, indices would overflow

    private readonly List<Layer> _layers = [];
    private readonly List<Projection> _projections = [];
    private Variable[] _unitVariables = [], _synapseVariables = [];
    private IEnvironment? _lastChecked;

    /// <summary>An empty network.</summary>
    protected Network(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) { throw new ArgumentException("A network needs a name; it is empty."); }
        Name = name;
        Styles = new StyleSets(this);
    }

    /// <summary>The name, which weights files carry.</summary>
    public string Name { get; }

    /// <summary>The style sheets: which parameters differ from their defaults, and why; besides named sheets, files of sheets, and reports.</summary>
    /// <remarks>Networks of one simulation share them: <c>new LeabraNetwork("Second") { Styles = first.Styles }</c>, before layers are added.</remarks>
    public StyleSets Styles { get; init; }

    /// <summary>The sheet <c>Base</c>, which is always in use.</summary>
    public StyleSheet Style => Styles[StyleSets.Base];

    /// <summary>The layers in order of creation, which is the order of all computation.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>All projections in order of creation.</summary>
    public IReadOnlyList<Projection> Projections => _projections;

    /// <summary>The variables of every unit: those of the algorithm, then those that single types of layers add.</summary>
    public IReadOnlyList<Variable> UnitVariables => IsBuilt ? _unitVariables : AllUnitVariables();

    /// <summary>The variables of synapses: those of the algorithm, which every synapse has, then those that single types of projections add.</summary>
    public IReadOnlyList<Variable> SynapseVariables => IsBuilt ? _synapseVariables : AllSynapseVariables();

    /// <summary>Whether the units and synapses stand; layers and projections can be added only before.</summary>
    public bool IsBuilt { get; private set; }

    /// <summary>The number of threads that a trial may use, where more than one is faster; 0, the default, for as many as there are processors. The results are the same bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in 0…1024.</exception>
    public int Threads
    {
        get;
        set
        {
            if (value is < 0 or > 1024) { throw new ArgumentOutOfRangeException(nameof(value), $"Network '{Name}': {value} threads were asked for; it can be 0 (as many as there are processors) to 1024."); }
            field = value;
        }
    }

    /// <summary>The layer of this name.</summary>
    /// <exception cref="EmergentException">No layer has this name.</exception>
    public Layer this[string layerName] => FindLayer(layerName)
        ?? throw new EmergentException($"Network '{Name}' has no layer '{layerName}'. {Names.DidYouMean(layerName, _layers.Select(l => l.Name))}");

    /// <summary>Looks for the layer of this name; for names that must exist, <c>network["Hidden"]</c> says what is wrong.</summary>
    public bool TryGetLayer(string layerName, [NotNullWhen(true)] out Layer? layer)
    {
        layer = FindLayer(layerName);
        return layer is not null;
    }

    /// <summary>Variables that every unit has under this algorithm.</summary>
    protected abstract IReadOnlyList<Variable> AlgorithmUnitVariables { get; }

    /// <summary>The variables that the algorithm gives every synapse, the weight first.</summary>
    protected abstract IReadOnlyList<Variable> AlgorithmSynapseVariables { get; }

    /// <summary>Makes units and synapses, applies the styles and checks the whole model; done once, by <see cref="Initialize"/> if not before.</summary>
    /// <exception cref="EmergentException">The model is wrong; the message says where.</exception>
    public void Build()
    {
        if (IsBuilt) { return; }
        if (_layers.Count == 0) { throw new EmergentException($"Network '{Name}' has no layers. Add some with AddLayer."); }
        Styles.Apply();
        PlaceLayers();
        foreach (var projection in _projections) { projection.Connect(); }

        (_unitVariables, _synapseVariables) = (AllUnitVariables(), AllSynapseVariables());
        var total = _layers.Sum(l => (long)AlignedFloats.Padded(l.UnitCount));
        if (total > MostUnits) { throw new EmergentException($"Network '{Name}' would have {total:N0} units; it can have at most {MostUnits:N0}. Make layers smaller: {string.Join(", ", _layers.OrderByDescending(l => l.UnitCount).Take(3).Select(l => $"'{l.Name}' {l.Shape}"))}."); }
        var length = 0;
        var offsets = new int[_layers.Count];
        for (var i = 0; i < _layers.Count; i++)
        {
            offsets[i] = length;
            length += AlignedFloats.Padded(_layers[i].UnitCount);
        }
        var columns = new AlignedFloats[_unitVariables.Length];
        for (var v = 0; v < columns.Length; v++) { columns[v] = new AlignedFloats(length); }
        foreach (var layer in _layers) { layer.Allot(columns, offsets[layer.Index]); }

        IsBuilt = true;
        try
        {
            foreach (var layer in _layers) { layer.Build(); }
            foreach (var projection in _projections) { projection.Build(); }
            BuildCore();
        }
        catch
        {
            IsBuilt = false;
            throw;
        }
    }

    /// <summary>Gives weights and units their initial values, building the network if that is still to do.</summary>
    /// <param name="seed">The seed of the experiment: the same seed and run give the same weights and noise, bit for bit.</param>
    /// <param name="run">The run within the experiment.</param>
    /// <exception cref="EmergentException">The model is wrong; the message says where.</exception>
    public void Initialize(long seed, int run = 0)
    {
        Build();
        Styles.ApplyIfChanged();
        Styles.CheckRanges();
        foreach (var layer in _layers) { layer.CheckParameters(); }
        foreach (var projection in _projections) { projection.CheckParameters(); }
        InitializeCore(seed, run);
    }

    /// <summary>Runs one trial of what was presented.</summary>
    /// <param name="learn">Whether the weights change at its end.</param>
    public abstract void RunTrial(bool learn = true);

    /// <summary>Takes away all patterns presented so far.</summary>
    public abstract void ClearInputs();

    /// <summary>Presents a pattern to the layer of this name.</summary>
    /// <exception cref="EmergentException">There is no such layer, or the pattern does not fit; nothing has changed.</exception>
    public void Present(string layerName, Tensor<float> pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        this[layerName].Present(pattern.Values, pattern.Shape);
    }

    /// <summary>Presents the current item of an environment: each of its states goes to the layer that bears its name.</summary>
    /// <remarks>States with no layer of their name are for other uses, but at least one must have one.</remarks>
    /// <exception cref="EmergentException">No state has the name of a layer, or a pattern does not fit its layer; nothing has changed.</exception>
    public void Present(IEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        RequireBuiltForPatterns();
        var states = environment.States;
        if (!ReferenceEquals(environment, _lastChecked)) { CheckNames(environment); }
        var isAnyPresented = false;
        foreach (var isCheck in (ReadOnlySpan<bool>)[true, false])   // all are checked before the first reaches its layer
        {
            for (var i = 0; i < states.Count; i++)
            {
                if (FindLayer(states[i].Name) is not { } layer) { continue; }
                var state = environment.State(states[i].Name)
                    ?? throw new EmergentException($"Environment '{environment.Name}' has a state '{states[i].Name}', but its State(\"{states[i].Name}\") is null. It must give a tensor {states[i].Shape}.");
                if (isCheck) { layer.CheckPattern(state.Values, state.Shape); }
                else { layer.PresentChecked(state.Values, state.Shape); }
                isAnyPresented = true;
            }
        }
        if (!isAnyPresented)
        {
            throw new EmergentException(
                $"Environment '{environment.Name}' has the states {string.Join(", ", states.Select(s => s.Name))}; network '{Name}' has the layers {string.Join(", ", _layers.Select(l => l.Name))}. Each pattern goes to the layer of its name: give one of them the same name.");
        }
    }

    /// <summary>The network's name.</summary>
    public override string ToString() => Name;

    /// <summary>Finds states that are probably misspelt names of layers: a layer would go without its pattern, and nobody would notice.</summary>
    private void CheckNames(IEnvironment environment)
    {
        var without = _layers.Select(l => l.Name).Except(environment.States.Select(s => s.Name)).ToList();
        foreach (var state in environment.States)
        {
            if (FindLayer(state.Name) is null && Names.Nearest(state.Name, without) is { } meant)
            {
                throw new EmergentException($"Environment '{environment.Name}' has a state '{state.Name}', and no layer of network '{Name}' has this name. Did you mean '{meant}'? If it is for another use, give it a name less like a layer's.");
            }
        }
        _lastChecked = environment;
    }

    /// <summary>What an algorithm makes once layers and projections stand.</summary>
    protected virtual void BuildCore() { }

    /// <summary>Gives weights and units their initial values.</summary>
    protected abstract void InitializeCore(long seed, int run);

    /// <summary>Adds a layer at the end of the list.</summary>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    protected TLayer AddToLayers<TLayer>(TLayer layer) where TLayer : Layer
    {
        ArgumentNullException.ThrowIfNull(layer);
        RequireUnbuilt($"layer '{layer.Name}'");
        if (layer.Network is { } other) { throw new EmergentException($"Layer '{layer.Name}' is already part of network '{other.Name}'. Make another for network '{Name}'."); }
        if (FindLayer(layer.Name) is not null) { throw new EmergentException($"Network '{Name}' already has a layer '{layer.Name}'. Give the new one another name."); }
        layer.Index = _layers.Count;
        layer.Network = this;
        _layers.Add(layer);
        Styles.Register(layer);
        return layer;
    }

    /// <summary>Adds a projection at the end of the list.</summary>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    protected TProjection AddToProjections<TProjection>(TProjection projection) where TProjection : Projection
    {
        ArgumentNullException.ThrowIfNull(projection);
        RequireUnbuilt($"projection '{projection.Name}'");
        if (_projections.Contains(projection)) { throw new EmergentException($"Projection '{projection.Name}' is already part of network '{Name}'. Make another for a second set of synapses."); }
        foreach (var layer in (Layer[])[projection.Sender, projection.Receiver])
        {
            if (layer.Network != this) { throw new EmergentException($"Projection '{projection.Name}': layer '{layer.Name}' is not in network '{Name}'. Project between layers of one network."); }
        }
        _projections.Add(projection);
        projection.Sender.AddSending(projection);
        projection.Receiver.AddReceiving(projection);
        Styles.Register(projection);
        return projection;
    }

    internal int UnitVariableIndex(string name, Layer layer)
    {
        for (var i = 0; i < _unitVariables.Length; i++) { if (_unitVariables[i].Name == name) { return i; } }
        throw new EmergentException($"Layer '{layer.Name}' has no unit variable '{name}'. {Names.DidYouMean(name, _unitVariables.Select(v => v.Name))}");
    }

    internal int SynapseVariableIndex(string name, Projection projection)
    {
        for (var i = 0; i < _synapseVariables.Length; i++)
        {
            if (_synapseVariables[i].Name != name) { continue; }
            var (common, extra) = (AlgorithmSynapseVariables.Count, projection.ExtraVariables);
            if (i < common) { return i; }
            for (var own = 0; own < extra.Count; own++) { if (extra[own].Name == name) { return common + own; } }
            return Projection.NoVariable;
        }
        throw new EmergentException($"Projection '{projection.Name}' has no synapse variable '{name}'. {Names.DidYouMean(name, _synapseVariables.Select(v => v.Name))}");
    }

    private Layer? FindLayer(string name)
    {
        foreach (var layer in _layers) { if (layer.Name == name) { return layer; } }
        return null;
    }

    private Variable[] AllUnitVariables() => [.. AlgorithmUnitVariables.Concat(_layers.SelectMany(l => l.ExtraVariables)).DistinctBy(v => v.Name)];

    private Variable[] AllSynapseVariables() => [.. AlgorithmSynapseVariables.Concat(_projections.SelectMany(p => p.ExtraVariables)).DistinctBy(v => v.Name)];

    private void RequireBuiltForPatterns()
    {
        if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no units yet, so nothing can be presented. Call Build() or Initialize(seed) first."); }
    }

    private void PlaceLayers()
    {
        var bounds = LayoutSolver.Solve([.. _layers.Select(l => (l.Name, l.Shape, l.Placement))]);
        for (var i = 0; i < _layers.Count; i++) { _layers[i].Bounds = bounds[i]; }
    }

    private void RequireUnbuilt(string what)
    {
        if (IsBuilt) { throw new EmergentException($"Network '{Name}' is built; {what} can be added only before Build() or Initialize(seed)."); }
    }
}
