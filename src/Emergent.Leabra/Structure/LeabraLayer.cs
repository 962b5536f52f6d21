using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer of Leabra units.</summary>
/// <remarks>
/// The steps of a trial are virtual, one method each, over the whole layer: a mechanism is a type of layer or projection that overrides
/// some of them. Their order stands in <see cref="LeabraNetwork"/> alone. Source: emergent leabra, layer.go.
/// </remarks>
public partial class LeabraLayer : Layer
{
    private UnitFlags[] _flags = [];
    private UnitConstants _constants;
    private AdaptationConstants _adaptation;
    private Pool[] _pools = [];
    private LeabraProjection[] _receiving = [];
    private bool _usesPotassium, _receivesInhibition;

    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer(string, Shape, LayerKind)"/>.</summary>
    public LeabraLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "Layer";

    /// <inheritdoc/>
    public override IReadOnlyList<string> KeyParameters =>
    [
        "Inhib.Layer.Gi", "Inhib.Pool.On", "Inhib.Pool.Gi", "Inhib.ActAvg.Init", "Inhib.ActAvg.Fixed",
        "Act.Gbar.L", "Act.Init.Decay", "Act.Clamp.Hard", "Act.Noise.Type",
    ];

    /// <summary>How conductances become activation.</summary>
    public ActParams Act { get; } = new();

    /// <summary>The inhibition within the layer.</summary>
    public InhibParams Inhib { get; } = new();

    /// <summary>The averages that learning reads.</summary>
    public LearnNeuronParams Learn { get; } = new();

    /// <summary>The layer as a whole, at index 0, and then each of its pools, row-major.</summary>
    public IReadOnlyList<Pool> Pools => _pools;

    /// <summary>How well the phases agree, over trials.</summary>
    public PhaseAgreement CosDiff { get; } = new();

    /// <summary>Whether the layer learns from targets only: it has no Hebbian learning, and no weight balance unless asked.</summary>
    public virtual bool IsTarget => Kind == LayerKind.Target;

    /// <summary>Whether inhibition can reach the units through synapses.</summary>
    /// <remarks>Once it does, it does until activity is initialized: what has been received fades only with time.</remarks>
    protected virtual bool ReceivesInhibition => _receivesInhibition;

    /// <summary>Whether potassium conductance, Gk, acts on the units; where it does not, it is not even read.</summary>
    /// <remarks>Once it does, it does until activity is initialized: an adaptation that is switched off leaves its conductance behind.</remarks>
    protected virtual bool UsesPotassium => _usesPotassium;

    /// <summary>The columns of the whole network; this layer's units are <see cref="First"/> … First + UnitCount − 1.</summary>
    internal NeuronState State { get; private set; } = null!;

    internal int First => Offset;

    internal ref readonly UnitConstants Constants => ref _constants;

    internal ref readonly AdaptationConstants Adaptation => ref _adaptation;

    internal ReadOnlySpan<UnitFlags> Flags => _flags;

    /// <summary>The units that are not lesioned.</summary>
    internal UnitRanges LiveUnits { get; } = new();

    /// <summary>The units that are not lesioned and have external input.</summary>
    internal UnitRanges DrivenUnits { get; } = new();

    /// <summary>The units that are not lesioned and have no external input.</summary>
    internal UnitRanges FreeUnits { get; } = new();

    internal LeabraNetwork LeabraNetwork => (LeabraNetwork)Network!;

    private Span<float> Column(AlignedFloats column) => column.Slice(First, UnitCount);

    /// <summary>The network's column of a unit variable, for variables that a type of layer adds.</summary>
    private protected AlignedFloats ColumnOf(string variable) => ColumnAt(LeabraNetwork.UnitVariableIndex(variable, this));

    /// <summary>Empties a column for all units of the layer, lesioned ones too.</summary>
    private protected void Clear(AlignedFloats column) => Column(column).Clear();

    /// <summary>Work in sending of one unit: the synapses that it sends through, on average.</summary>
    internal long SynapsesPerSender { get; private set; }

    /// <summary>All pools, without a copy or a check.</summary>
    internal ReadOnlySpan<Pool> PoolArray => _pools;

    /// <summary>Works out the average that learning reads from those that cycles advance; layers whose units keep no averages do nothing.</summary>
    protected internal virtual void UpdateLearningSignal() => RunOnLayer(new LearningSignalKernel(in _constants, State));

    /// <summary>Whether one thread alone advances the layer's units, because one may change what another is advanced by; else a large layer is cut into parts.</summary>
    protected internal virtual bool IsUndivided => false;

    /// <summary>Whether <see cref="Activate(UnitPart)"/> reads or changes other layers: then it waits for the layers before, and those behind wait for it, as in the reference.</summary>
    /// <remarks>Read when a trial is planned. Such a layer is undivided. Summaries of pools are from the cycle before while layers activate, so reading those is no reason.</remarks>
    protected internal virtual bool ActivatesInTurn => false;

    /// <summary>The steps that plain layers do not take and this type does.</summary>
    internal LayerSteps Steps { get; private set; }

    /// <summary>Whether the next layer's units are computed as this one's are, so that both can be one range: plain layers with equal parameters.</summary>
    internal bool AdvancesLike(LeabraLayer next) =>
        GetType() == typeof(LeabraLayer) && next.GetType() == typeof(LeabraLayer)
        && First + AlignedFloats.Padded(UnitCount) == next.First
        && Act.Clamp.Hard == next.Act.Clamp.Hard && Act.Noise.Type == NoiseType.NoNoise && next.Act.Noise.Type == NoiseType.NoNoise
        && !_usesPotassium && !next._usesPotassium && _receivesInhibition == next._receivesInhibition
        && UnitConstants.AreEqual(in _constants, in next._constants);

    /// <inheritdoc/>
    protected internal override void BeforeReading(int variable)
    {
        if (variable == NeuronVariables.AvgSLrn) { LeabraNetwork.UpdateLearningSignal(); }
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        State = LeabraNetwork.StateOver(this, ColumnAt);
        _flags = new UnitFlags[UnitCount];
        var pools = new List<Pool> { new(0, UnitCount) };
        for (var p = 0; p < PoolCount; p++) { pools.Add(new Pool(p * UnitsPerPool, UnitsPerPool)); }
        _pools = [.. pools];
        Senders = new SenderList(this);
        Steps = LayerSteps.None;
        foreach (var (step, method) in ((LayerSteps, Delegate)[])[
            (LayerSteps.ModulateExcitation, ModulateExcitation), (LayerSteps.SendModulation, SendModulation), (LayerSteps.SendSignals, SendSignals), (LayerSteps.EndCycle, EndCycle),
            (LayerSteps.SendContext, SendContext), (LayerSteps.ReceiveContext, ReceiveContext)])
        {
            if (method.Method.DeclaringType != typeof(LeabraLayer)) { Steps |= step; }
        }
        UpdateRanges();
        UpdateConstants();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        if (Act.Noise.Type != NoiseType.NoNoise) { Act.Noise.Check($"Layer '{Name}', Act.Noise"); }
        foreach (var (name, range) in ((string, RangeParams)[])[("Act.Clamp.Range", Act.Clamp.Range), ("Act.VmRange", Act.VmRange)])
        {
            if (range.Min > range.Max) { throw new EmergentException($"Layer '{Name}': {name}.Min is {range.Min}, above {name}.Max, {range.Max}. Exchange them."); }
        }
        if (Act.Erev.E <= Act.XX1.Thr) { throw new EmergentException($"Layer '{Name}': Act.Erev.E is {Act.Erev.E}, not above the threshold Act.XX1.Thr, {Act.XX1.Thr}, so that no excitation could reach it. Raise one or lower the other."); }
    }

    /// <summary>Gives a projection that the layer receives the defaults that go with this type of layer; called as it is added, before the model or a style changes any. Plain layers leave it as it is.</summary>
    protected internal virtual void SetDefaults(LeabraProjection received) { }

    /// <summary>Recomputes what follows from parameters, those of the projections received too; done at the start of each trial.</summary>
    protected internal virtual void UpdateConstants()
    {
        _constants = new UnitConstants(Act, Learn);
        _adaptation = new AdaptationConstants(Act.KNa);
        _usesPotassium |= Act.KNa.On;
        var on = 0;
        for (var p = 0; p < ReceivingProjections.Count; p++)
        {
            var projection = (LeabraProjection)ReceivingProjections[p];
            projection.UpdateConstants();
            if (!projection.TakesPart) { continue; }
            _receivesInhibition |= projection.Kind == ProjectionKind.Inhib;
            if (on == _receiving.Length) { Array.Resize(ref _receiving, ReceivingProjections.Count); }
            _receiving[on++] = projection;
        }
        if (on < _receiving.Length) { Array.Resize(ref _receiving, on); }
        SynapsesPerSender = 0;
        for (var p = 0; p < SendingProjections.Count; p++)
        {
            if (SendingProjections[p].TakesPart) { SynapsesPerSender += SendingProjections[p].SynapseCount / UnitCount; }
        }
    }

    /// <summary>Whether it may ask within a cycle for the largest value of a pool, as its inhibition may, and whatever layer or projection is of a type of its own.</summary>
    internal bool AsksForLargest =>
        GetType() != typeof(LeabraLayer) || Inhib.Layer.MaxVsAvg != 0f || Inhib.Pool.MaxVsAvg != 0f || Array.Exists(_receiving, static p => p.GetType() != typeof(LeabraProjection));

    /// <summary>Says before which of its units threads will part.</summary>
    internal void CutRows(ReadOnlySpan<int> units)
    {
        foreach (var projection in _receiving) { projection.Synapses.CutRows(units); }
    }

    /// <summary>Gives units and pools the state of a network that has seen nothing: learning averages too.</summary>
    protected internal virtual void InitializeState()
    {
        foreach (var pool in _pools) { pool.ResetAverages(Inhib.ActAvg); }
        foreach (var column in (AlignedFloats[])[State.AvgSS, State.AvgS, State.AvgM]) { Column(column).Fill(Learn.ActAvg.Init); }
        Column(State.AvgL).Fill(Learn.AvgL.Init);
        Column(State.AvgSLrn).Clear();   // after Initialize it is 0, not what the averages would give
        Column(State.AvgLLrn).Clear();
        Column(State.ActAvg).Fill(Learn.ActAvg.Init);
        Column(State.Noise).Clear();
        InitializeActivity();
        CosDiff.Reset();
    }

    /// <summary>Gives activations, conductances and pools their initial state; learning averages and weights stay.</summary>
    protected internal virtual void InitializeActivity()
    {
        var s = State;
        Column(s.Act).Fill(Act.Init.Act);
        Column(s.ActLrn).Fill(Act.Init.Act);
        Column(s.Ge).Fill(Act.Init.Ge);
        Column(s.Vm).Fill(Act.Init.Vm);
        Column(s.ISI).Fill(-1f);
        Column(s.ISIAvg).Fill(-1f);
        foreach (var column in (AlignedFloats[])[s.Gi, s.Gk, s.GknaFast, s.GknaMed, s.GknaSlow, s.GiSelf, s.GiSyn, s.Inet, s.Targ, s.Ext, s.ActDel,
            s.Spike, s.ActQ0, s.ActQ1, s.ActQ2, s.ActM, s.ActP, s.ActDif, s.ActSent, s.GeRaw, s.GiRaw])
        {
            Column(column).Clear();
        }
        foreach (var pool in _pools) { pool.Reset(); }
        (_usesPotassium, _receivesInhibition) = (false, false);
        UpdateConstants();
    }

    /// <summary>Moves units and pools towards their initial state by a share of the way; learning averages stay.</summary>
    /// <param name="decay">The share: 0 leaves all, 1 starts afresh.</param>
    public virtual void DecayState(float decay)
    {
        if (decay is not (>= 0f and <= 1f)) { throw new ArgumentOutOfRangeException(nameof(decay), $"Layer '{Name}': state decays by a share of 0…1; {decay} was given."); }
        RequireNetwork();
        if (decay > 0f)
        {
            RunOnLayer(new DecayKernel(decay, Act.Init, State));
        }
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = LiveUnits[r];
            State.ActDel.Slice(First + start, count).Clear();
            State.Inet.Slice(First + start, count).Clear();
        }
        foreach (var pool in _pools) { pool.Inhib.Decay(decay); }
    }

    /// <summary>Moves the units of one pool, and its inhibition, towards their initial state by a share of the way; a gate that lets something new in makes room for it so.</summary>
    /// <param name="pool">The pool, by its place in <see cref="Pools"/>.</param>
    /// <param name="decay">The share, 0…1.</param>
    internal void DecayPool(int pool, float decay)
    {
        var decaying = _pools[pool];
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = decaying.Within(LiveUnits[r]);
            if (count <= 0) { continue; }
            Kernel.Run(new DecayKernel(decay, Act.Init, State), First + start, count);
            State.ActDel.Slice(First + start, count).Clear();
            State.Inet.Slice(First + start, count).Clear();
        }
        decaying.Inhib.Decay(decay);
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<(string Name, float Value)> WeightsMetaData => [("ActMAvg", _pools[0].ActMAvg), ("ActPAvg", _pools[0].ActPAvg)];

    /// <inheritdoc/>
    protected internal override void SetWeightsMetaData(string name, float value)
    {
        _pools[0].SetAverages(name == "ActMAvg" ? value : null, name == "ActPAvg" ? value : null, Inhib.ActAvg);
    }

    /// <summary>Runs a kernel over units of the network.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected static void RunKernel<TKernel>(in TKernel kernel, UnitRanges units) where TKernel : struct, IKernel, allows ref struct
    {
        for (var r = 0; r < units.Count; r++) { Kernel.Run(in kernel, units[r].Start, units[r].Count); }
    }

    /// <summary>Runs a kernel over this layer's live units, and the padding behind the last.</summary>
    private protected void RunOnLayer<TKernel>(in TKernel kernel) where TKernel : struct, IKernel, allows ref struct
    {
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = LiveUnits[r];
            Kernel.Run(in kernel, First + start, start + count == UnitCount ? AlignedFloats.Padded(UnitCount) - start : count);
        }
    }
}
