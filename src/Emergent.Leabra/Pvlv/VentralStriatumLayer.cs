using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Medium spiny neurons of the ventral striatum, of the patch or of the matrix compartment.</summary>
/// <remarks>The amygdala modulates them; matrix units are inhibited by what excited them a trial ago. Source: emergent leabra, pvlv, MSNLayer.</remarks>
public class VentralStriatumLayer : ModulatedLayer
{
    private AlignedFloats _gePrvQ = null!, _gePrvTrl = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[poolsY, poolsX, unitsY, unitsX], a pool for each outcome; or [Y, X].</param>
    /// <param name="compartment">Patch or matrix; matrix units have delayed inhibition.</param>
    /// <param name="receptor">Which dopamine receptors its units bear.</param>
    public VentralStriatumLayer(string name, Shape shape, StriatalCompartment compartment, DopamineReceptor receptor) : base(name, shape, receptor)
    {
        Compartment = compartment;
        DaMod.On = true;
        (Inhib.Layer.Gi, Inhib.Layer.FB) = (1.9f, 0.5f);
        (Inhib.Pool.On, Inhib.Pool.Gi, Inhib.Pool.FB) = (true, 1.9f, 0f);
        (Inhib.Self.On, Inhib.Self.Gi) = (true, 0.3f);
        (Inhib.ActAvg.Fixed, Inhib.ActAvg.Init) = (true, 0.2f);
        if (compartment == StriatalCompartment.Matrix) { (DIParams.Active, DIParams.PrvTrl) = (true, 6f); }
    }

    /// <inheritdoc/>
    public override string TypeName => "MSNLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => ModulationVariables.Striatal;

    /// <summary>Patch or matrix: how modulation is taken.</summary>
    [Styled]
    public StriatalCompartment Compartment { get; set; }

    /// <summary>Inhibition by earlier excitation.</summary>
    public DelayedInhibitionParams DIParams { get; } = new();

    /// <inheritdoc/>
    private protected override bool ModulatesItself => false;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _gePrvQ = ColumnOf("GePrvQ");
        _gePrvTrl = ColumnOf("GePrvTrl");
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        _gePrvQ.Slice(First, UnitCount).Clear();
        _gePrvTrl.Slice(First, UnitCount).Clear();
    }

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        if (DIParams.Active) { CopyLive(State.Ge, _gePrvTrl); }   // before it decays
        base.BeginTrial(updateAverages);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void IntegrateConductance(UnitPart units)
    {
        var before = LeabraNetwork.Time.Quarter == 0 ? _gePrvTrl : State.Ge;
        for (var r = 0; r < units.Live.Count; r++)
        {
            var (start, count) = units.Live[r];
            before.Slice(start, count).CopyTo(_gePrvQ.Slice(start, count));
        }
        base.IntegrateConductance(units);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Inhibit()
    {
        base.Inhibit();
        if (DIParams.Active) { RunOnLayer(new DelayedInhibitionKernel(DIParams, State, _gePrvQ, _gePrvTrl)); }
    }

    /// <inheritdoc/>
    /// <remarks>With delayed inhibition, pools get at least the layer's even where that is off, as in the reference.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void InhibitPools()
    {
        if (!DIParams.Active)
        {
            base.InhibitPools();
            return;
        }
        InhibitLayer();
        for (var p = 1; p < PoolArray.Length; p++)
        {
            var pool = PoolArray[p].Inhib;
            pool.Advance(Inhib.Pool);
            pool.Gi = MathF.Max(pool.Gi, PoolArray[0].Inhib.Gi);
        }
    }

    /// <inheritdoc/>
    private protected override (float Learning, float Level) Respond(float modNet, float largest)
    {
        if (Compartment == StriatalCompartment.Patch) { return base.Respond(modNet, largest); }
        if (modNet <= ModNetThreshold) { return (0f, 1f); }
        var share = modNet / largest;
        return (float.IsFinite(share) ? share : 1f, 1f);
    }
}
