using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A projection to the amygdala: what was active a trial ago learns to predict the rise of what it reaches, the more so the more dopamine there is.</summary>
/// <remarks>
/// DWt += (DALRBase + DALRGain |DA|) Lrate s.ActQ0 d, d = r.ModAct − r.ActQ0, 0 below ActDeltaThr and, with ActLrnMod, where r.ModLrn ≤ ActLrnThr. Every sender learns; normalization and
/// momentum take no part. Source: emergent leabra, pvlv, AmygModPrjn.
/// </remarks>
public class AmygdalaProjection : RuleProjection
{
    private bool _hasScales;

    /// <summary>A projection that is not yet part of a network; see <see cref="LeabraNetwork.Project{TProjection}(TProjection)"/>.</summary>
    public AmygdalaProjection(Layer sender, Layer receiver, Connectivity connectivity, ProjectionKind kind = ProjectionKind.Forward)
        : base(sender, receiver, connectivity, kind) => Learn.Norm.On = Learn.Momentum.On = false;

    /// <inheritdoc/>
    public override string TypeName => "AmygModPrjn";

    /// <summary>Whether initial weights are one value with a random scale for each synapse, so that units come to differ; otherwise they are those of WtInit.</summary>
    [Styled]
    public bool SetScale { get; set; }

    /// <summary>The least scale; they are drawn from WtInit and cut off.</summary>
    [Styled, Range(0.0, 100.0)]
    public float SetScaleMin { get; set; }

    /// <summary>The largest scale.</summary>
    [Styled, Range(0.0, 100.0)]
    public float SetScaleMax { get; set; }

    /// <summary>The initial weight before it is scaled.</summary>
    [Styled, Range(0.0, 1.0)]
    public float InitWtVal { get; set; } = 0.1f; // little, so that there is room to learn

    /// <summary>How much dopamine, burst or dip, raises the learning rate.</summary>
    [Styled, Range(0.0, 100.0)]
    public float DALRGain { get; set; } = 1f;

    /// <summary>The factor on the learning rate without dopamine.</summary>
    [Styled, Range(0.0, 100.0)]
    public float DALRBase { get; set; } = 1f;

    /// <summary>The size below which a unit's dopamine counts as none, from then on for all projections.</summary>
    [Styled, Range(0.0, 100.0)]
    public float DALrnThr { get; set; }

    /// <summary>The size below which a change of activation counts as none.</summary>
    [Styled, Range(0.0, 1.0)]
    public float ActDeltaThr { get; set; } = 0.05f; // above what settles from trial to trial

    /// <summary>Whether only units learn whose modulation is above ActLrnThr.</summary>
    [Styled]
    public bool ActLrnMod { get; set; } = true;

    /// <summary>The modulation up to which a unit does not learn; of layers that modulate others that is the activation.</summary>
    [Styled, Range(-1.0, 100.0)]
    public float ActLrnThr { get; set; } = 0.05f; // a unit that hardly responds has nothing to do with it

    /// <inheritdoc/>
    protected internal override void Build()
    {
        RequireReceiver<ModulatedLayer>("it must be one of the amygdala or the ventral striatum (BlAmygLayer, CElAmygLayer, MSNLayer).");
        base.Build();
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        base.CheckParameters();
        if (SetScale && SetScaleMin > SetScaleMax) { throw new EmergentException($"Prjn '{Name}': SetScaleMin is {SetScaleMin}, above SetScaleMax, {SetScaleMax}. Exchange them."); }
    }

    /// <inheritdoc/>
    protected internal override void InitializeWeights(long seed, int run)
    {
        if (_hasScales && !SetScale) { Synapses.Scale!.Span.Fill(1f); }
        _hasScales = SetScale;
        base.InitializeWeights(seed, run);
        if (!SetScale) { return; }
        Span<float> wt = Synapses.Wt.Span, lwt = Synapses.LWt.Span, scales = Synapses.RequireScale().Span;
        var sequence = new CounterRandom(seed, run, CounterRandom.StreamOf($"scales {Name}"));
        for (var sender = 0; sender < Synapses.Senders; sender++)
        {
            var (first, count) = Synapses.Row(sender);
            for (var place = first; place < first + count; place++)
            {
                var random = sequence.At(((ulong)sender << 32) | (uint)(place - first));
                scales[place] = Math.Clamp((float)WtInit.Generate(ref random), SetScaleMin, SetScaleMax);
                wt[place] = InitWtVal * scales[place];
                lwt[place] = scales[place] == 0f ? 0f : Contrast.Linear(Learn.WtSig, wt[place] / scales[place]);
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void ComputeWeightChanges()
    {
        if (!Learn.Learn) { return; }
        FindSignals();
        ComputeByRule(new Rule(Constants.Lrate, LeabraSender.State, LeabraReceiver.State));
    }

    /// <summary>Works out for each receiving unit the change that it learns from, into Target, and the effect of dopamine, into TargetLrn.</summary>
    private void FindSignals()
    {
        var receiver = (ModulatedLayer)Receiver;
        var (state, modulation, first) = (receiver.State, receiver.Modulation, receiver.First);
        state.Target.Slice(first, receiver.UnitCount).Clear();   // lesioned units learn nothing
        for (var r = 0; r < receiver.LiveUnits.Count; r++)
        {
            var (start, count) = receiver.LiveUnits[r];
            for (var unit = start; unit < start + count; unit++)
            {
                if (Connections.SendersOf(unit).Length == 0) { continue; }
                ref var da = ref modulation.DA.Span[first + unit];
                if (MathF.Abs(da) < DALrnThr) { da = 0f; }
                var change = modulation.ModAct.Span[first + unit] - state.ActQ0.Span[first + unit];
                var learns = MathF.Abs(change) >= ActDeltaThr && (!ActLrnMod || modulation.ModLrn.Span[first + unit] > ActLrnThr);
                state.Target.Span[first + unit] = learns ? change : 0f;
                state.TargetLrn.Span[first + unit] = DALRBase + DALRGain * MathF.Abs(da);
            }
        }
    }

    private struct Rule(float lrate, NeuronState senders, NeuronState receivers) : ISynapseRule
    {
        private readonly float _lrate = lrate;
        private float _sent;

        public static bool IsWhole => true;

        public readonly int Columns => 2;

        public readonly AlignedFloats Column(int index) => index == 0 ? receivers.Target : receivers.TargetLrn;

        public void Begin(int sender, int place) => _sent = _lrate * senders.ActQ0.Span[sender];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly T Change<T>(in RuleRow row, T linearWeight, nuint i) where T : struct, ILanes<T> => row.Second<T>(i) * (row.First<T>(i) * _sent);
    }
}
