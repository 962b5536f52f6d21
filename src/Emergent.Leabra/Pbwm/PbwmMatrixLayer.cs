using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Medium spiny units of the dorsal striatum's matrix: those with D1 receptors propose to open a stripe's gate (Go), those with D2 receptors oppose (NoGo).</summary>
/// <remarks>
/// Go and NoGo differ in the sign with which dopamine teaches them. Output stripes are inhibited while there is no acetylcholine.
/// Source: O'Reilly and Frank (2006), Making working memory work; emergent leabra, pbwm, MatrixLayer.
/// </remarks>
public class PbwmMatrixLayer : GatingLayer
{
    private AlignedFloats _shunt = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="PbwmNetworks.AddDorsalBG"/>.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[rows, maintaining and output stripes, unitsY, unitsX].</param>
    /// <param name="receptor">D1 for Go, D2 for NoGo.</param>
    public PbwmMatrixLayer(string name, Shape shape, DopamineReceptor receptor) : base(name, shape)
    {
        DaR = receptor;
        GateShp.Set(shape[0], shape[1], 0);
        (Inhib.Layer.Gi, Inhib.Layer.FB) = (1.9f, 0.5f);
        (Inhib.Pool.On, Inhib.Pool.Gi, Inhib.Pool.FB) = (true, 1.9f, 0f);
        (Inhib.Self.On, Inhib.Self.Gi) = (true, 0.3f);   // in place of the pool's feedback: a unit that has won does not keep the others out
        (Inhib.ActAvg.Fixed, Inhib.ActAvg.Init) = (true, 0.2f);
    }

    /// <inheritdoc/>
    public override string TypeName => "MatrixLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => PbwmVariables.Matrix;

    /// <summary>The receptor for dopamine: D1 for Go, D2 for NoGo.</summary>
    public DopamineReceptor DaR { get; set; }

    /// <summary>How many stripes of each row acetylcholine does not concern; 0, the default, for none, as in the reference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int MaintN
    {
        get;
        set
        {
            if (value < 0) { throw new ArgumentOutOfRangeException(nameof(value), $"Layer '{Name}': MaintN is 0 or more; {value} was given."); }
            field = value;
        }
    }

    /// <summary>How the units respond to dopamine and acetylcholine, and when they learn.</summary>
    public PbwmMatrixParams Matrix { get; } = new();

    /// <inheritdoc/>
    public override GateStripes GateType => GateStripes.MaintOut;

    /// <inheritdoc/>
    private protected override bool LearnsAfterQ2 => Quarters.Has(Matrix.LearnQtr, 1);

    /// <inheritdoc/>
    protected internal override void Build()
    {
        _shunt = ColumnOf("Maint");
        RequireThalamus();
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        Clear(_shunt);
    }

    /// <inheritdoc/>
    /// <remarks>By unit, since patch units may shunt some: activation does it.</remarks>
    internal override void ShowModulators() { }

    /// <inheritdoc/>
    protected internal override void Inhibit()
    {
        base.Inhibit();
        if (Matrix.OutAChInhib == 0f) { return; }
        for (var p = 0; p < PoolCount; p++)
        {
            if (p % Shape[1] < MaintN) { continue; }
            for (var r = 0; r < LiveUnits.Count; r++)
            {
                var (start, count) = PoolArray[p + 1].Within(LiveUnits[r]);
                if (count > 0) { Kernel.Run(new AcetylcholineInhibitionKernel(Matrix.OutAChInhib, ref AChColumn.Start, ref State.Gi.Start), First + start, count); }
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        var shunted = DA * Matrix.PatchShunt;
        RunKernel(
            new MatrixModulatorKernel(
                (DA, shunted), (Matrix.Of(DA, DaR), Matrix.Of(shunted, DaR)), (ACh, Matrix.ShuntACh ? ACh * Matrix.PatchShunt : ACh), ref _shunt.Start, ref DAColumn.Start, ref DALrnColumn.Start, ref AChColumn.Start),
            units.Live);
        base.Activate(units);
    }
}
