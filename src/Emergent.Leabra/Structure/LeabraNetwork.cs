using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A network of Leabra layers: activation by point neurons and inhibition, learning by the difference of two phases and by association.</summary>
/// <remarks>
/// Bit for bit the reference implementation (emergent leabra 1.2.10), at every vector width and number of threads.
/// Source: O'Reilly (1996), Biologically plausible error-driven learning using local activation differences;
/// O'Reilly, Munakata, Frank and Hazy, Computational Cognitive Neuroscience.
/// </remarks>
public partial class LeabraNetwork : Network
{
    private const int BalanceInterval = 10;   // weight updates between two balances

    private readonly CyclePlan _plan = new();
    private readonly List<NetworkMechanism> _mechanisms = [];
    private LeabraLayer[] _active = [];
    private bool _planIsOld = true, _learningSignalIsOld, _activationIsOld;
    private NeuronState? _state;
    private int _balanceCounter;

    /// <summary>An empty network.</summary>
    public LeabraNetwork(string name) : base(name) { }

    /// <summary>Where in a trial the network is.</summary>
    public TrialTime Time { get; } = new();

    /// <summary>Times of the steps, if somebody wants them; null costs nothing.</summary>
    public TrialProfile? Profile { get; set; }

    /// <summary>Whether synapses get the scales of topographic connectivity (PoolTile); read when the network is initialized.</summary>
    public bool UsesTopographicScales { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<TimeScale> SafePointScales => [TimeScale.Cycle, TimeScale.Quarter, TimeScale.Trial];

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable> AlgorithmSynapseVariables => Leabra.SynapseVariables.All;

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable> AlgorithmUnitVariables => NeuronVariables.All;

    /// <summary>The mechanisms of the network as a whole, in the order in which they act.</summary>
    public IReadOnlyList<NetworkMechanism> Mechanisms => _mechanisms;

    internal long Seed { get; private set; }

    internal int Run { get; private set; }

    internal WorkerTeam Workers { get; } = new();

    /// <summary>The unit variables of all layers, made when the first layer is built.</summary>
    internal NeuronState StateOver(LeabraLayer layer, Func<int, AlignedFloats> column)
    {
        if (_state is null || layer.Index == 0) { _state = new NeuronState(column); }
        return _state;
    }

    /// <summary>The layer of this name.</summary>
    /// <exception cref="EmergentException">No layer has this name.</exception>
    public new LeabraLayer this[string layerName] => (LeabraLayer)base[layerName];

    /// <summary>Adds a layer.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[Y, X], or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <param name="kind">What the layer is for.</param>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public LeabraLayer AddLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) => AddToLayers(new LeabraLayer(name, shape, kind));

    /// <summary>Adds a layer of a type of its own, such as <see cref="SpikingLayer"/>.</summary>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public TLayer AddLayer<TLayer>(TLayer layer) where TLayer : LeabraLayer => AddToLayers(layer);

    /// <summary>Adds a projection.</summary>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    public LeabraProjection Project(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward) =>
        Project(new LeabraProjection(sender, receiver, connectivity, kind));

    /// <summary>Adds a projection of a type of its own.</summary>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    public TProjection Project<TProjection>(TProjection projection) where TProjection : LeabraProjection
    {
        AddToProjections(projection).LeabraReceiver.SetDefaults(projection);
        return projection;
    }

    /// <summary>Adds a forward projection and the one back.</summary>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    public (LeabraProjection Forward, LeabraProjection Back) ProjectBothWays(Layer lower, Layer higher, Connectivity connectivity) =>
        (Project(lower, higher, connectivity), Project(higher, lower, connectivity, ProjectionKind.Back));

    /// <summary>Adds a projection of a layer onto itself.</summary>
    /// <exception cref="EmergentException">The layer is of another network, or the network is built.</exception>
    public LeabraProjection ProjectLaterally(Layer layer, Connectivity connectivity) => Project(layer, layer, connectivity, ProjectionKind.Lateral);

    /// <summary>Adds a mechanism of the network as a whole, such as a rhythm that switches projections.</summary>
    /// <exception cref="EmergentException">The mechanism is part of a network already.</exception>
    public TMechanism AddMechanism<TMechanism>(TMechanism mechanism) where TMechanism : NetworkMechanism
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        mechanism.Join(this);
        _mechanisms.Add(mechanism);
        return mechanism;
    }

    /// <summary>Runs one trial of what was presented: a minus phase without targets, a plus phase with them, and learning.</summary>
    /// <param name="learn">Whether weights and averages over trials change.</param>
    public override void RunTrial(bool learn = true)
    {
        BeginTrial(learn);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            for (var cycle = 1; cycle <= Time.CyclesPerQuarter; cycle++) { RunCycle(isSeen: cycle == Time.CyclesPerQuarter || CyclesAreSeen); }
            EndQuarter();
        }
        EndTrial(learn);
    }

    /// <summary>Whether somebody can look at the network within a quarter: a listener, a mechanism, a layer or projection of a type of its own.</summary>
    private bool CyclesAreSeen => HasSafePointListeners || _mechanisms.Count > 0 || _plan.AsksForLargest;

    /// <summary>Begins a trial of what was presented.</summary>
    /// <param name="updateAverages">Whether averages over trials advance, as they do in training.</param>
    public void BeginTrial(bool updateAverages = true)
    {
        RequireBuilt();
        Profile?.Begin();
        FindActiveLayers();
        Workers.Threads = Threads;
        Workers.BeginTrial();
        foreach (var mechanism in _mechanisms) { mechanism.BeginTrial(updateAverages); }
        foreach (var layer in _active) { layer.BeginTrial(updateAverages); }
        Plan();
        (Time.Cycle, Time.Quarter) = (0, 0);
        _activationIsOld = false;   // as it is where an error ended the last trial
        Profile?.End(TrialStep.BeginTrial);
    }

    /// <summary>Runs one cycle. Each step is taken by all layers before the next.</summary>
    public void RunCycle() => RunCycle(isSeen: true);

    /// <summary>Runs one cycle.</summary>
    /// <param name="isSeen">
    /// Whether somebody can look at the network within it or after it. Else the largest values of pools, which nothing else needs, are those of the last cycle that was, and averages of
    /// their activation may wait for the next cycle.
    /// </param>
    // As every step and all that it calls often: compiled optimized at once, since epochs 2 to 20 of a small network took 1.4 times as long while it was not (measured 2026-11, Intel Xeon).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunCycle(bool isSeen)
    {
        RequireBuilt();
        if (_planIsOld) { Plan(); }
        var state = _state!;
        Profile?.Begin();
        var cost = _plan.UnitCost;
        foreach (var layer in _active)
        {
            layer.SendConductance();
            cost += layer.Senders.Count * layer.SynapsesPerSender;
        }
        Profile?.End(TrialStep.SendConductance);
        // To and fro: the weights that a cycle read last are still near when the next begins with them (HUGE 15.4 to 13.3 ms a trial to receive, LARGE 1.71 to 1.52; measured 2026-11, Intel Xeon).
        var backwards = Time.Cycle % 2 != 0;
        if (Profile is { } receiving)
        {
            for (var l = 0; l < _active.Length; l++) { receiving.CountReceived(_active[backwards ? _active.Length - 1 - l : l]); }
        }
        Workers.Run(new CyclePlan.Receiving(_plan, backwards), _plan.PartCount, cost);
        Profile?.End(TrialStep.IntegrateConductance);
        foreach (var layer in _plan.Takers(LayerSteps.SendModulation)) { layer.SendModulation(); }
        if (_activationIsOld)
        {
            _plan.Pools.SummarizeBoth(state, isSeen);
            CheckActivation(Time.Cycle - 1);
        }
        else { _plan.Pools.SummarizeConductance(state, isSeen); }
        foreach (var layer in _active) { layer.Inhibit(); }
        Profile?.End(TrialStep.Inhibit);
        for (int turn = 0, start = 0; turn < _plan.TurnCount; start = _plan.EndOfTurn(turn++))
        {
            Workers.Run(new CyclePlan.Activating(_plan, start), _plan.EndOfTurn(turn) - start, _plan.UnitCost);
        }
        _learningSignalIsOld = true;
        Profile?.End(TrialStep.Activate);
        // Else in the next cycle, which needs it first.
        _activationIsOld = !isSeen && _plan.Pools.PrefersBoth;
        if (!_activationIsOld)
        {
            _plan.Pools.SummarizeActivation(state, isSeen);
            CheckActivation(Time.Cycle);
        }
        Profile?.End(TrialStep.Inhibit);
        foreach (var layer in _plan.Takers(LayerSteps.SendSignals)) { layer.SendSignals(); }
        foreach (var layer in _plan.Takers(LayerSteps.EndCycle)) { layer.EndCycle(); }
        Profile?.End(TrialStep.EndQuarter);
        Time.Cycle++;
        Time.TotalCycles++;
        ReachSafePoint(TimeScale.Cycle);
    }

    /// <summary>Refuses activation that is not a number, as soon as its sums are there.</summary>
    private void CheckActivation(int cycle)
    {
        foreach (var layer in _active) { layer.CheckActivation(cycle); }
    }

    /// <summary>Ends a quarter of the trial.</summary>
    /// <exception cref="EmergentException">All four quarters have ended.</exception>
    public void EndQuarter()
    {
        RequireBuilt();
        if (Time.Quarter > 3) { throw new EmergentException($"Network '{Name}': a trial has four quarters, and all have ended. Call BeginTrial for the next."); }
        Profile?.Begin();
        if (_planIsOld) { Plan(); }
        UpdateLearningSignal();
        foreach (var mechanism in _mechanisms) { mechanism.EndCycles(Time.Quarter); }
        foreach (var layer in _active) { layer.EndQuarter(Time.Quarter); }
        foreach (var layer in _plan.Takers(LayerSteps.SendContext)) { layer.SendContext(Time.Quarter); }
        foreach (var layer in _plan.Takers(LayerSteps.ReceiveContext)) { layer.ReceiveContext(Time.Quarter); }
        foreach (var mechanism in _mechanisms) { mechanism.EndQuarter(Time.Quarter); }
        Time.Quarter++;
        Profile?.End(TrialStep.EndQuarter);
        ReachSafePoint(TimeScale.Quarter);
    }

    /// <summary>Works out anew how strongly all projections drive their units, and has everything sent afresh: for changing WtScale in the middle of a trial.</summary>
    /// <remarks>What units have integrated stays. Source: emergent leabra, network.go, GScaleFmAvgAct and InitGInc.</remarks>
    public void RescaleProjections()
    {
        RequireBuilt();
        foreach (var layer in _active) { layer.ScaleProjections(); }
        foreach (var layer in _active) { layer.ClearReceived(); }
    }

    /// <summary>Computes weight changes into DWt, where they can be looked at, without applying them.</summary>
    public void ComputeWeightChanges()
    {
        RequireBuilt();
        Profile?.Begin();
        UpdateLearningSignal();
        ForEachSent(p => p.ComputeWeightChanges());
        Profile?.End(TrialStep.Learn);
    }

    /// <summary>Applies the weight changes in DWt, and clears them.</summary>
    public void ApplyWeightChanges()
    {
        RequireBuilt();
        ShowChanges();
        Profile?.Begin();
        ForEachSent(p => p.ApplyWeightChanges());
        CountTowardsBalance();
        Profile?.End(TrialStep.Learn);
    }

    /// <summary>Computes and applies weight changes in one pass: the same bits as one after the other, which it is while somebody wants to see DWt (<see cref="Network.WeightsChanging"/>).</summary>
    public void LearnWeights()
    {
        RequireBuilt();
        if (ShowsChanges)
        {
            ComputeWeightChanges();
            ApplyWeightChanges();
            return;
        }
        Profile?.Begin();
        UpdateLearningSignal();
        ForEachSent(p => p.LearnWeights());
        CountTowardsBalance();
        Profile?.End(TrialStep.Learn);
    }

    /// <summary>Multiplies the learning rate of all projections, for a schedule; the parameters stay, and initializing the network ends it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not a number.</exception>
    public void LrateMult(float factor)
    {
        if (factor is not (>= 0f and < float.PositiveInfinity)) { throw new ArgumentOutOfRangeException(nameof(factor), $"Network '{Name}': learning rates can be multiplied by 0 or more; {factor} was given."); }
        RequireBuilt();
        foreach (var projection in Projections)
        {
            var leabra = (LeabraProjection)projection;
            leabra.LrateFactor = factor;
            leabra.UpdateConstants();
        }
    }

    /// <summary>Moves the state of all layers towards their initial state by a share of the way.</summary>
    public void DecayState(float decay)
    {
        foreach (var layer in Layers) { if (!layer.IsOff) { ((LeabraLayer)layer).DecayState(decay); } }
    }

    /// <summary>Gives activations and conductances their initial state; weights and learning averages stay.</summary>
    public void InitializeActivity()
    {
        RequireBuilt();
        foreach (var layer in Layers) { ((LeabraLayer)layer).InitializeActivity(); }
        _planIsOld = true;
    }

    /// <inheritdoc/>
    public override void ClearInputs()
    {
        RequireBuilt();
        for (var l = 0; l < Layers.Count; l++) { ((LeabraLayer)Layers[l]).ClearInput(); }
    }

    /// <inheritdoc/>
    protected override void InitializeCore(long seed, int run)
    {
        (Seed, Run) = (seed, run);
        (_balanceCounter, Time.Cycle, Time.Quarter, Time.TotalCycles) = (0, 0, 0, 0);
        _learningSignalIsOld = false;
        Workers.Threads = Threads;
        var symmetric = SymmetricPairs().ToList();
        foreach (var projection in Projections) { ((LeabraProjection)projection).GetsAllWeights = false; }
        foreach (var (source, back) in symmetric) { back.GetsAllWeights |= back != source && source.Synapses.IsFull && back.Synapses.IsFull; }
        // Layers that are off too, so that they can be switched on later; the random numbers of the others do not depend on it.
        foreach (var layer in Layers)
        {
            foreach (var projection in layer.SendingProjections)
            {
                if (UsesTopographicScales) { ((LeabraProjection)projection).InitializeTopographicScales(); }
                ((LeabraProjection)projection).InitializeWeights(seed, run);
            }
            ((LeabraLayer)layer).InitializeState();
        }
        foreach (var (source, back) in symmetric) { back.CopyWeightsFrom(source); }
        FindActiveLayers();
    }

    /// <summary>The projections whose weights are copied to one the other way, from a layer that comes before or itself, where both ask for it; in the order of copying.</summary>
    private IEnumerable<(LeabraProjection Source, LeabraProjection Back)> SymmetricPairs()
    {
        foreach (var layer in Layers)
        {
            foreach (var projection in layer.SendingProjections.Cast<LeabraProjection>())
            {
                if (!CanBeSymmetric(projection) || projection.Receiver.Index < layer.Index) { continue; }
                var back = (LeabraProjection?)layer.ReceivingProjections.FirstOrDefault(p => p.Sender == projection.Receiver);
                if (back is not null && CanBeSymmetric(back)) { yield return (projection, back); }
            }
        }
    }

    private static bool CanBeSymmetric(LeabraProjection projection) => projection.WtInit.Sym && projection.InitialWeight is null;

    private void CountTowardsBalance()
    {
        if (++_balanceCounter < BalanceInterval) { return; }
        _balanceCounter = 0;
        foreach (var layer in _active)
        {
            for (var i = 0; i < layer.ReceivingProjections.Count; i++)
            {
                var projection = (LeabraProjection)layer.ReceivingProjections[i];
                var p = projection.Learn;
                if (!projection.TakesPart || !p.Learn || !p.WtBal.On || (layer.IsTarget && !p.WtBal.Targs)) { continue; }
                projection.Balance.Update(projection.Synapses, p.WtBal);
            }
        }
    }

    private void ForEachSent(Action<LeabraProjection> step)
    {
        foreach (var layer in _active)
        {
            for (var i = 0; i < layer.SendingProjections.Count; i++)
            {
                if (layer.SendingProjections[i].TakesPart) { step((LeabraProjection)layer.SendingProjections[i]); }
            }
        }
    }

    /// <summary>Says that units are about to be switched on or off, or to get or lose their input.</summary>
    internal void UnitsChange()
    {
        UpdateLearningSignal();
        _planIsOld = true;
    }

    /// <summary>Works out what learning reads, if cycles have gone by since.</summary>
    internal void UpdateLearningSignal()
    {
        if (!_learningSignalIsOld) { return; }
        foreach (var layer in _active) { layer.UpdateLearningSignal(); }
        _learningSignalIsOld = false;
    }

    private void Plan()
    {
        _plan.Update(_active, Workers);
        _planIsOld = false;
    }

    private void FindActiveLayers()
    {
        var count = 0;
        for (var i = 0; i < Layers.Count; i++) { if (!Layers[i].IsOff) { count++; } }
        if (count != _active.Length) { _active = new LeabraLayer[count]; }
        count = 0;
        for (var i = 0; i < Layers.Count; i++) { if (!Layers[i].IsOff) { _active[count++] = (LeabraLayer)Layers[i]; } }
        _planIsOld = true;
    }

    private void RequireBuilt()
    {
        if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no weights yet. Call Initialize(seed) before running it."); }
    }
}
