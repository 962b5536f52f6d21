using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer of PVLV whose activity and learning other layers and dopamine modulate.</summary>
/// <remarks>
/// A pool's summed activity modulates the pool in its place of other layers: beyond a threshold it lets their units be active, and learn. Dopamine changes what learning
/// sees of the activity, and a primary value takes its place. Source: emergent leabra, pvlv, ModLayer.
/// </remarks>
public abstract class ModulatedLayer : LeabraLayer, IDopamineReceiver
{
    private float _largestModNet;
    private float[] _modSent = [];

    private protected ModulatedLayer(string name, Shape shape, DopamineReceptor receptor) : base(name, shape, LayerKind.Hidden) => DaMod.RecepType = receptor;

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => ModulationVariables.All;

    /// <summary>The layers that this one modulates.</summary>
    public ModulationTargets ModReceivers { get; } = new();

    /// <summary>Whether the layer modulates others.</summary>
    public bool IsModSender => ModReceivers.Count > 0;

    /// <summary>Whether another layer modulates this one; known when the network is built.</summary>
    public bool IsModReceiver { get; internal set; }

    /// <summary>Whether primary values count as one more projection of strength 1 for each that the layer receives, when projections share what drives it.</summary>
    /// <remarks>No layer of the reference's example has it on: there the defaults, which are set after the network is wired, switch it off.</remarks>
    [Styled]
    public bool IsPVReceiver { get; set; }

    /// <summary>Whether units that get no modulation beyond the threshold are silent; otherwise they are as active as without any.</summary>
    [Styled]
    public bool ActModZero { get; set; }

    /// <summary>The modulation up to which there is none.</summary>
    [Styled, Range(0.0, 100.0)]
    public float ModNetThreshold { get; set; }

    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    [Styled]
    public float Minus { get; set; }

    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    [Styled]
    public float Plus { get; set; }

    /// <summary>What dopamine does to learning.</summary>
    public DopamineResponseParams DaMod { get; } = new();

    /// <inheritdoc/>
    /// <remarks>Reaches all units.</remarks>
    public float DA
    {
        get;
        set
        {
            field = value;
            if (Network is { IsBuilt: true }) { Modulation.DA.Slice(First, UnitCount).Fill(value); }
        }
    }

    internal ModulationState Modulation { get; private set; } = null!;

    /// <summary>Whether what the layer sends is also its own modulation.</summary>
    private protected virtual bool ModulatesItself => IsModSender;

    /// <summary>Forgets modulation, dopamine in units and primary values, as at the start of a trial of conditioning.</summary>
    public void ClearModulation()
    {
        RequireNetwork();
        var m = Modulation;
        foreach (var column in (ReadOnlySpan<AlignedFloats>)[m.DA, m.ACh, m.SE, m.ModAct, m.ModNet, m.PVAct]) { column.Slice(First, UnitCount).Clear(); }
        foreach (var column in (ReadOnlySpan<AlignedFloats>)[m.ModLevel, m.ModLrn]) { column.Slice(First, UnitCount).Fill(1f); }
        _largestModNet = -float.MaxValue;
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        Modulation = new ModulationState(ColumnOf);
        _modSent = new float[Pools.Count];
        ModReceivers.Resolve(this);
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        DA = 0f;
        ClearModulation();
    }

    /// <inheritdoc/>
    protected internal override void ScaleProjections() => ProjectionScaling.Scale(this, IsPVReceiver ? 1f : 0f);

    /// <inheritdoc/>
    protected internal override void SendModulation()
    {
        if (!IsModSender) { return; }
        var act = State.Act.Span;
        for (var p = HasPools ? 1 : 0; p < _modSent.Length; p++)
        {
            var sum = 0f;
            for (var r = 0; r < LiveUnits.Count; r++)
            {
                var (start, count) = PoolArray[p].Within(LiveUnits[r]);
                for (var unit = First + start; unit < First + start + count; unit++) { if (MathF.Abs(act[unit]) > Act.OptThresh.Send) { sum += act[unit]; } }
            }
            _modSent[p] = sum;
        }
        ModReceivers.Send(_modSent);
    }

    /// <summary>Takes what the pools of another layer send; of several senders the last counts.</summary>
    internal void ReceiveModulation(ReadOnlySpan<float> sums, float scale)
    {
        for (var p = HasPools ? 1 : 0; p < sums.Length; p++) { Modulation.ModNet.Slice(First + PoolArray[p].Start, PoolArray[p].Count).Fill(sums[p] * scale); }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Inhibit()
    {
        TakeModulation();
        base.Inhibit();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        RunKernel(new ModulationKernel(DaMod, IsModReceiver, State, Modulation), units.Live);
    }

    /// <summary>The factors on learning and on activation that modulation gives.</summary>
    /// <param name="modNet">The modulation received.</param>
    /// <param name="largest">The largest that any pool of the layer received in the cycle before.</param>
    private protected virtual (float Learning, float Level) Respond(float modNet, float largest)
    {
        if (modNet <= ModNetThreshold) { return (0f, ActModZero ? 0f : 1f); }
        var share = modNet / largest;
        return (float.IsFinite(share) ? share : share == float.NegativeInfinity ? -1f : 1f, 1f);
    }

    /// <summary>Once all have sent, what it means; all units of a pool received the same.</summary>
    private void TakeModulation()
    {
        var (m, largest) = (Modulation, -float.MaxValue);
        for (var p = HasPools ? 1 : 0; p < PoolArray.Length; p++)
        {
            var (start, count) = (First + PoolArray[p].Start, PoolArray[p].Count);
            var net = m.ModNet.Span[start];
            largest = MathF.Max(largest, net);
            if (ModulatesItself)
            {
                var act = State.Act.Slice(start, count);
                act.CopyTo(m.ModLrn.Slice(start, count));
                act.CopyTo(m.ModLevel.Slice(start, count));
                continue;
            }
            var (learning, level) = Respond(net, _largestModNet);
            m.ModLrn.Slice(start, count).Fill(learning);
            m.ModLevel.Slice(start, count).Fill(level);
        }
        _largestModNet = largest == 0f ? float.Epsilon : largest;   // as the reference, so that the first modulation after none is its full share
    }
}
