using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Tonically active cholinergic interneurons: they show that a reward has come or is expected, whatever its sign, and send acetylcholine.</summary>
/// <remarks>
/// Act = largest |Act| in the reward layers in the cycle before; above RewThr it is 1. At the end of each cycle ACh becomes Act, and is sent: it acts from the
/// next cycle on. Potentials and learning averages stand. Before the first cycle after activity is initialized, reward layers that keep their state have no
/// summary, which reads as a reward, as in the reference. Source: emergent leabra, pbwm and pcore, CINLayer.
/// </remarks>
public class CholinergicInterneuronLayer : LeabraLayer, IAcetylcholineReceiver
{
    private static readonly Variable[] Variables = [ModulatorVariables.ACh];

    private LeabraLayer[] _rewards = [];
    private AlignedFloats _ach = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public CholinergicInterneuronLayer(string name) : base(name, [1, 1], LayerKind.Hidden) { }

    /// <inheritdoc/>
    public override string TypeName => "CINLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables => Variables;

    /// <summary>The activation of a reward layer above which there is reward, whole; 0 to show the activation itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative or not a number.</exception>
    public float RewThr
    {
        get;
        set
        {
            if (!(value >= 0f)) { throw new ArgumentOutOfRangeException(nameof(value), $"Layer '{Name}': RewThr is 0 or more; {value} was given."); }
            field = value;
        }
    } = 0.1f; // a predicted reward counts, noise around 0 does not

    /// <summary>The names of the layers that show reward or its prediction; they are looked up when the network is built.</summary>
    public IList<string> RewLays { get; } = [];

    /// <inheritdoc/>
    public float ACh { get; set; }

    /// <summary>The layers that acetylcholine is sent to.</summary>
    public AcetylcholineTargets SendACh { get; } = new();

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _rewards = LayerReferences.All<LeabraLayer>(this, RewLays, nameof(RewLays), "shows reward");
        SendACh.Resolve(this);
        _ach = ColumnOf(ModulatorVariables.ACh.Name);
    }

    /// <inheritdoc/>
    protected internal override void BeforeReading(int variable)
    {
        base.BeforeReading(variable);
        _ach.Slice(First, UnitCount).Fill(ACh);
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        ACh = 0f;
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        var reward = 0f;
        foreach (var layer in _rewards) { reward = MathF.Max(reward, MathF.Abs(layer.PoolArray[0].Inhib.Act.Max)); }
        if (RewThr > 0f && reward > RewThr) { reward = 1f; }
        for (var r = 0; r < units.Live.Count; r++) { State.Act.Slice(units.Live[r].Start, units.Live[r].Count).Fill(reward); }
    }

    /// <inheritdoc/>
    protected internal override void UpdateLearningSignal() { }   // no averages, no signal: it stays 0

    /// <inheritdoc/>
    protected internal override void SendSignals()
    {
        ACh = State.Act.Span[First];
        SendACh.Send(ACh);
    }
}
