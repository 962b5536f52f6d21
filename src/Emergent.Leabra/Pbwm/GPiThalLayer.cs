using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The thalamus, as the internal pallidum lets it: one unit a stripe, which opens the stripe's gate if Go outweighs NoGo when gates are decided.</summary>
/// <remarks>
/// Excitation: g = (GeGain + NoGo) (go − NoGo nogo). In cycle Timing.Cycle of each quarter of Timing.GateQtr, a unit with Act of Thr or more opens its gate.
/// All gates are sent to the layers of SendTo at the end of each cycle. Source: O'Reilly and Frank (2006); emergent leabra, pbwm, GPiThalLayer.
/// </remarks>
public class GPiThalLayer : GatingLayer
{
    private GatingLayer[] _targets = [];

    /// <summary>A layer that is not yet part of a network; see <see cref="PbwmNetworks.AddDorsalBG"/>.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[rows, maintaining and output stripes, 1, 1].</param>
    public GPiThalLayer(string name, Shape shape) : base(name, shape)
    {
        GateShp.Set(shape[0], shape[1], 0);
        (Inhib.Layer.Gi, Inhib.Layer.FB, Inhib.Pool.On) = (1.8f, 0.2f, false);   // all stripes compete, softly
        (Inhib.ActAvg.Fixed, Inhib.ActAvg.Init) = (true, 1f);
    }

    /// <inheritdoc/>
    public override string TypeName => "GPiThalLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => PbwmVariables.Thalamus;

    /// <summary>When gates are decided.</summary>
    public GPiTimingParams Timing { get; } = new();

    /// <summary>How Go and NoGo come together, and what opens a gate.</summary>
    public GPiGateParams Gate { get; } = new();

    /// <summary>The names of the layers whose stripes the gates open; they are looked up when the network is built.</summary>
    public IList<string> SendTo { get; } = [];

    /// <inheritdoc/>
    public override GateStripes GateType => GateStripes.MaintOut;

    internal AlignedFloats GoColumn { get; private set; } = null!;

    internal AlignedFloats NoGoColumn { get; private set; } = null!;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        if (UnitsPerPool != 1) { throw new EmergentException($"Layer '{Name}' ({TypeName}) has shape {Shape}; it has one unit for each stripe, so it needs [rows, stripes, 1, 1]."); }
        RequirePathways();
        _targets = LayerReferences.All<GatingLayer>(this, SendTo, nameof(SendTo), "has gates (MatrixLayer, PFCDeepLayer)");
        CheckTargets();
        (GoColumn, NoGoColumn) = (ColumnOf("Go"), ColumnOf("NoGo"));
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        base.CheckParameters();
        CheckTargets();
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(GoColumn);
        Clear(NoGoColumn);
    }

    /// <inheritdoc/>
    protected internal override void ClearReceived()
    {
        base.ClearReceived();
        ClearLive(GoColumn);
        ClearLive(NoGoColumn);
    }

    /// <inheritdoc/>
    private protected override AlignedFloats Excitation(UnitPart units)
    {
        RunKernel(new GateDriveKernel(Gate.GeGain + Gate.NoGo, Gate.NoGo, ref GoColumn.Start, ref NoGoColumn.Start, ref State.GeRaw.Start), units.Live);
        return State.GeRaw;
    }

    /// <summary>Decides gates, if it is time, and sends them.</summary>
    protected internal override void SendSignals()
    {
        var time = LeabraNetwork.Time;
        var cycle = time.Cycle - time.Quarter * time.CyclesPerQuarter;
        var isTime = Quarters.Has(Timing.GateQtr, time.Quarter) && cycle == Timing.Cycle;
        var begins = time.Quarter == 0 && cycle == 0;
        for (var p = 0; p < PoolCount; p++)
        {
            if ((Flags[p] & UnitFlags.Off) != 0) { continue; }
            ref var gate = ref States[p];
            gate.IsNow = isTime;
            if (begins) { gate.Act = 0f; }
            if (!isTime) { continue; }
            var act = State.Act.Span[First + p];
            if (act < Gate.Thr) { (gate.Act, gate.Cnt) = (0f, gate.Cnt >= 0 ? gate.Cnt + 1 : gate.Cnt - 1); }
            else { (gate.Act, gate.Cnt) = (act, 0); }
        }
        foreach (var target in _targets) { target.TakeGates(States); }
    }

    /// <summary>Requires one projection with Go and one with NoGo.</summary>
    private void RequirePathways()
    {
        var pathways = ReceivingProjections.OfType<GPiThalProjection>().ToList();
        foreach (var (isGo, name, rule) in ((bool, string, string)[])[(true, "Go", "a matrix layer with D1 receptors"), (false, "NoGo", "a layer that opposes it, such as GPeNoGo")])
        {
            var found = pathways.Where(p => p.IsGo == isGo).Select(p => $"'{p.Sender.Name}'").ToList();
            if (found.Count == 1) { continue; }
            throw new EmergentException(
                $"Layer '{Name}' ({TypeName}) receives {(found.Count == 0 ? $"no {name}" : $"{name} from layers {string.Join(", ", found)}")}; it needs one GPiThalPrjn from {rule}.");
        }
    }

    private void CheckTargets()
    {
        foreach (var target in _targets)
        {
            if (!target.GateShp.Has(GateShp))
            {
                throw new EmergentException(
                    $"Layer '{Name}' ({TypeName}): SendTo names '{target.Name}' ({target.TypeName}), whose stripes (GateShp) are {target.GateShp}, not {GateShp} (rows × (maintaining + output)) as in '{Name}'; both need the same.");
            }
        }
    }
}
