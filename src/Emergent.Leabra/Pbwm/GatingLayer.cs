using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer whose pools are stripes with gates.</summary>
/// <remarks>
/// The thalamus decides, and sends its gates at the end of each cycle: they act from the next on. In the cycle of gating ActG keeps Act, gates open or not.
/// Source: emergent leabra, pbwm, GateLayer.
/// </remarks>
public abstract class GatingLayer : PbwmLayer
{
    private AlignedFloats _gateNow = null!, _gateCnt = null!, _actG = null!;
    private GateState[] _gates = [];
    private bool _learns;

    private protected GatingLayer(string name, Shape shape) : base(name, shape, LayerKind.Hidden) { }

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => PbwmVariables.Gating;

    /// <summary>The stripes of the whole model.</summary>
    public GateShapeParams GateShp { get; } = new();

    /// <summary>Those of them that this layer has, one pool each.</summary>
    public abstract GateStripes GateType { get; }

    /// <summary>The gates of the layer's stripes, row-major.</summary>
    public IReadOnlyList<GateState> Gates => _gates;

    /// <summary>The same, to change.</summary>
    private protected Span<GateState> States => _gates;

    /// <summary>GateAct by unit, once <see cref="ShowGates"/> has brought it up to date.</summary>
    internal AlignedFloats GateActColumn { get; private set; } = null!;

    /// <summary>Whether what the layer receives learns after the second quarter too.</summary>
    private protected virtual bool LearnsAfterQ2 => false;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        CheckStripes();
        (GateActColumn, _gateNow, _gateCnt, _actG) = (ColumnOf("GateAct"), ColumnOf("GateNow"), ColumnOf("GateCnt"), ColumnOf("ActG"));
        _gates = new GateState[PoolCount];
        _gates.AsSpan().Fill(GateState.None);
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        base.CheckParameters();
        CheckStripes();
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(_actG);
        _gates.AsSpan().Fill(GateState.None);
    }

    /// <inheritdoc/>
    protected internal override void BeforeReading(int variable)
    {
        base.BeforeReading(variable);
        ShowGates();
    }

    /// <summary>Brings the columns of the gates up to date.</summary>
    internal void ShowGates()
    {
        for (var p = 0; p < _gates.Length; p++)
        {
            var (start, gate) = (First + p * UnitsPerPool, _gates[p]);
            GateActColumn.Slice(start, UnitsPerPool).Fill(gate.Act);
            _gateNow.Slice(start, UnitsPerPool).Fill(gate.IsNow ? 1f : 0f);
            _gateCnt.Slice(start, UnitsPerPool).Fill(gate.Cnt);
        }
    }

    /// <summary>Takes over the gates of all stripes: what each has done, not how long ago.</summary>
    internal void TakeGates(ReadOnlySpan<GateState> all)
    {
        for (var p = 0; p < _gates.Length; p++)
        {
            ref readonly var from = ref all[GateShp.Among(p, GateType)];
            (_gates[p].Act, _gates[p].IsNow) = (from.Act, from.IsNow);
        }
    }

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        base.BeginTrial(updateAverages);
        _learns = updateAverages;
    }

    /// <inheritdoc/>
    protected internal override void EndCycle()
    {
        for (var p = 0; p < _gates.Length; p++)
        {
            if (!_gates[p].IsNow) { continue; }
            var pool = PoolArray[p + 1];
            for (var r = 0; r < LiveUnits.Count; r++)
            {
                var (start, count) = pool.Within(LiveUnits[r]);
                if (count > 0) { State.Act.Slice(First + start, count).CopyTo(_actG.Slice(First + start, count)); }
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>After the second quarter of a trial of training, what the layer receives may learn: what was gated then is taught by what is known then.</remarks>
    protected internal override void EndQuarter(int quarter)
    {
        base.EndQuarter(quarter);
        if (quarter != 1 || !_learns || !LearnsAfterQ2) { return; }
        for (var p = 0; p < ReceivingProjections.Count; p++)
        {
            if (ReceivingProjections[p].TakesPart) { ((LeabraProjection)ReceivingProjections[p]).ComputeWeightChanges(); }
        }
    }

    /// <summary>Refuses a layer that no thalamus sends gates to.</summary>
    private protected void RequireThalamus()
    {
        if (LeabraNetwork.Layers.Any(l => l is GPiThalLayer thalamus && thalamus.SendTo.Contains(Name))) { return; }
        var others = LeabraNetwork.Layers.Where(l => l is GPiThalLayer).Select(l => $"'{l.Name}'").ToList();
        throw new EmergentException(
            $"Layer '{Name}' ({TypeName}): no layer sends it gates, so that its stripes would never open. {(others.Count == 0 ? "Add a GPiThalLayer" : $"Layer {string.Join(" or ", others)} (GPiThalLayer) can")} with '{Name}' in SendTo{(others.Count == 0 ? "" : ": add it")}.");
    }

    private void CheckStripes()
    {
        if (!HasPools || Shape[0] != GateShp.Y || Shape[1] != GateShp.WidthOf(GateType))
        {
            throw new EmergentException(
                $"Layer '{Name}' ({TypeName}) has shape {Shape}; its pools are the {GateType} stripes of GateShp, {GateShp} (rows × (maintaining + output)), so it needs [{GateShp.Y}, {GateShp.WidthOf(GateType)}, …]. Change the one or the other.");
        }
    }
}
