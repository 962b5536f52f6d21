using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Matrix units of the striatum, which propose actions (Go, D1 receptors) or oppose them (NoGo, D2 receptors); each pool is an action.</summary>
/// <remarks>
/// Two steps differ: late in a trial ActLrn says whether the pool's thalamic unit was let go (<see cref="PallidalMatrixParams"/>), from this cycle's activation if the
/// thalamus comes before, and dopamine becomes what learning sees of it. Source: emergent leabra, pcore, MatrixLayer.
/// </remarks>
public class PallidalMatrixLayer : AlphaMaxLayer, IDopamineReceiver, IAcetylcholineReceiver
{
    private AlphaMaxLayer _thalamus = null!;
    private AlignedFloats _da = null!, _daLrn = null!, _ach = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="PallidalCoreNetworks.AddPallidalCore"/>.</summary>
    public PallidalMatrixLayer(string name, Shape shape, DopamineReceptor receptor) : base(name, shape)
    {
        DaR = receptor;
        (Inhib.Layer.Gi, Inhib.Layer.FB) = (1.5f, 0f);   // feed-forward only: what the others do decides in the pallidum
        (Inhib.Self.On, Inhib.Self.Gi, Inhib.Self.Tau) = (true, 0.3f, 3f);
        TonicUnits.SetDynamics(this);
    }

    /// <inheritdoc/>
    public override string TypeName => "MatrixLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<string> KeyParameters => [.. base.KeyParameters, "Matrix.ThalLay", "Matrix.ThalThr", "Matrix.BurstGain", "Matrix.DipGain"];

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => [.. base.ExtraVariables, .. ModulatorVariables.All];

    /// <summary>The units' dopamine receptors.</summary>
    public DopamineReceptor DaR { get; }

    /// <summary>What units learn from.</summary>
    public PallidalMatrixParams Matrix { get; } = new();

    /// <inheritdoc/>
    public float DA { get; set; }

    /// <inheritdoc/>
    public float ACh { get; set; }

    /// <summary>Dopamine as learning sees it: times the gain of bursts or dips, and for D2 receptors negative.</summary>
    public float DALrn { get; private set; }

    /// <inheritdoc/>
    protected internal override bool ActivatesInTurn => true;

    /// <inheritdoc/>
    protected internal override void SetDefaults(LeabraProjection received)
    {
        if (received.Sender is not ExternalPallidumLayer pallidum) { return; }
        var strength = pallidum.Part switch
        {
            ExternalPallidumPart.GPeOut => 3f,
            ExternalPallidumPart.GPeTA when DaR == DopamineReceptor.D1R => 0.8f,
            _ => 0.3f,
        };
        TonicUnits.SetDefaults(received, strength);
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        (_da, _daLrn, _ach) = (ColumnOf("DA"), ColumnOf("DALrn"), ColumnOf("ACh"));
        if (!HasPools) { throw new EmergentException($"Layer '{Name}' ({TypeName}) has shape {Shape}; it needs pools, one for each action: [poolsY, poolsX, unitsY, unitsX]."); }
        FindThalamus();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        base.CheckParameters();
        FindThalamus();   // a style may have named another
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        DA = DALrn = ACh = 0f;
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        DALrn = Matrix.Of(DA, DaR);
        if (LeabraNetwork.Time.Cycle < AlphaMaxCyc) { return; }
        var (factor, slope) = Matrix.Deriv ? (2f, 1f) : (1f, 0f);
        var thalamus = _thalamus.AlphaMaxOfUnits;
        for (var p = 1; p < PoolArray.Length; p++)
        {
            var isGated = thalamus[p - 1] > Matrix.ThalThr;
            for (var r = 0; r < units.Live.Count; r++)
            {
                var (start, count) = PoolArray[p].Within((units.Live[r].Start - First, units.Live[r].Count));
                if (count > 0) { Kernel.Run(new GatedActivationKernel(isGated ? factor : -factor, slope, AlphaMax, State), First + start, count); }
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void BeforeReading(int variable)
    {
        base.BeforeReading(variable);
        _da.Slice(First, UnitCount).Fill(DA);
        _daLrn.Slice(First, UnitCount).Fill(DALrn);
        _ach.Slice(First, UnitCount).Fill(ACh);
    }

    private void FindThalamus()
    {
        _thalamus = LayerReferences.One<AlphaMaxLayer>(this, Matrix.ThalLay, "Matrix.ThalLay", "is its thalamus (VThalLayer)");
        if (_thalamus.UnitCount != PoolCount)
        {
            throw new EmergentException(
                $"Layer '{Name}' ({TypeName}) has {PoolCount} pools, its thalamus '{_thalamus.Name}' (Matrix.ThalLay) {_thalamus.UnitCount} units; each pool needs one. Give '{_thalamus.Name}' one unit for each pool of '{Name}'.");
        }
    }
}
