using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer whose units hold their activity: NMDA channels that keep an active unit excited, and GABA-B channels that keep the others silent.</summary>
/// <remarks>
/// What <see cref="NMDAProjection"/>s deliver opens NMDA channels; other projections act as in every layer. Two steps differ, in units that are clamped too: excitation has NMDA added
/// before it is integrated, and after activation GABA-B is added to potassium conductance. Source: emergent leabra, glong, Layer.
/// </remarks>
public class LongConductanceLayer : LeabraLayer
{
    private LongConductanceConstants _long;
    private AlphaMaxRecord _alphaMax = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="LongConductanceNetworks.AddLongConductanceLayer"/>.</summary>
    public LongConductanceLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind)
    {
        Act.Init.Decay = 0f;   // what is to be held must outlast the trial
        Act.Erev.K = 0.1f;     // −90 mV, potassium's own: GABA-B pulls below rest
    }

    /// <inheritdoc/>
    public override string TypeName => "GlongLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => LongConductanceVariables.All;

    /// <summary>The slow excitatory channels.</summary>
    public NMDAParams NMDA { get; } = new();

    /// <summary>The slow inhibitory channels.</summary>
    public GABABParams GABAB { get; } = new();

    /// <summary>The largest AlphaMax of the layer's units, at least 0.</summary>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public float MaxAlphaMax
    {
        get
        {
            RequireNetwork();
            return _alphaMax.Largest;
        }
    }

    internal LongConductanceState Long { get; private set; } = null!;

    /// <inheritdoc/>
    protected override bool UsesPotassium => true;

    /// <summary>Lets learning see, from here on, the largest activation of the trial in place of the present one: for simulations whose units are active early in a trial only.</summary>
    public void LearnFromAlphaMax()
    {
        RequireNetwork();
        _alphaMax.CopyToActLrn();
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        Long = new LongConductanceState(ColumnOf);
        _alphaMax = new AlphaMaxRecord(this, Long.AlphaMax);
    }

    /// <inheritdoc/>
    protected internal override void UpdateConstants()
    {
        base.UpdateConstants();
        _long = new LongConductanceConstants(NMDA, GABAB);
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        foreach (var column in Long.Lasting) { column.Slice(First, UnitCount).Clear(); }
        Long.AlphaMax.Slice(First, UnitCount).Clear();
    }

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        base.BeginTrial(updateAverages);
        _alphaMax.Clear();
    }

    /// <inheritdoc/>
    public override void DecayState(float decay)
    {
        base.DecayState(decay);
        foreach (var column in Long.Lasting)
        {
            for (var r = 0; r < LiveUnits.Count; r++)
            {
                foreach (ref var x in column.Slice(First + LiveUnits[r].Start, LiveUnits[r].Count)) { x -= decay * x; }
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void ClearReceived()
    {
        base.ClearReceived();
        Long.NMDASyn.Slice(First, UnitCount).Clear();   // of lesioned units too, as in the reference
    }

    /// <summary>What was received, with what the NMDA channels let in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override AlignedFloats Excitation(UnitPart units)
    {
        RunKernel(new NMDAKernel(in _long, State, Long, State.Target), units.Live);
        return State.Target;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Activate(UnitPart units)
    {
        base.Activate(units);
        RunKernel(new GABABKernel(in _long, State, Long), units.Live);
        if (Act.KNa.On)
        {
            // Adaptation has just set Gk, but of clamped units, which do not adapt: theirs grows within the trial, as in the reference.
            RunKernel(new AddKernel(ref State.Gk.Start, ref Long.GgabaB.Start), units.Live);
        }
        else
        {
            for (var r = 0; r < units.Live.Count; r++) { Long.GgabaB.Slice(units.Live[r].Start, units.Live[r].Count).CopyTo(State.Gk.Slice(units.Live[r].Start, units.Live[r].Count)); }
        }
        if (LeabraNetwork.Time.Cycle >= NMDA.AlphaMaxCyc) { RunKernel(new LargestActivationKernel(State, Long.AlphaMax), units.Live); }
    }
}
