using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

// The named steps of a trial, in the order in which LeabraNetwork takes them. A mechanism overrides some.
public partial class LeabraLayer
{
    /// <summary>The units that send in this cycle, and the changes that they send.</summary>
    internal SenderList Senders { get; private set; } = null!;

    /// <summary>Begins a trial: averages over trials, projection strengths, noise, decay, and clamping of input layers.</summary>
    /// <param name="updateAverages">Whether the averages over trials advance, as they do in training.</param>
    protected internal virtual void BeginTrial(bool updateAverages)
    {
        UpdateConstants();
        CopyLive(State.ActP, State.ActQ0);
        if (updateAverages)
        {
            RunOnLayer(new LongAverageKernel(Learn.AvgL, CosDiff.ModAvgLLrn, State));
            foreach (var pool in _pools) { pool.UpdateAverages(Inhib.ActAvg); }
        }
        // Layers begin one after the other, so a layer that comes later (top-down) contributes its average of one trial before.
        ScaleProjections();
        if (NoiseIsDrawn && Act.Noise.Fixed) { DrawNoise(First, UnitCount); }
        DecayState(Act.Init.Decay);
        ClearReceived();
        if (!Inhib.Self.On) { ClearLive(State.GiSelf); }
        if (Act.Clamp.Hard && Kind == LayerKind.Input) { RunOnLayer(new HardClampKernel(in _constants, State)); }
    }

    /// <summary>Works out how strongly each receiving projection drives its units, from its parameters and its sender's average activity.</summary>
    protected internal virtual void ScaleProjections() => ProjectionScaling.Scale(this);

    /// <summary>Forgets what was sent and received in the trial so far, so that everything is sent anew in the next cycle.</summary>
    protected internal virtual void ClearReceived()
    {
        foreach (var column in (ReadOnlySpan<AlignedFloats>)[State.ActSent, State.GeRaw, State.GiRaw]) { ClearLive(column); }
        foreach (var projection in _receiving) { projection.ClearReceived(); }
    }

    /// <summary>Finds the units that send in this cycle: those whose activation is above threshold and has changed, and those that fell silent.</summary>
    protected internal virtual void SendConductance() => Senders.Collect(in _constants, State);

    /// <summary>Adds what the projections deliver to some of the units; several threads do so at once, each for its own.</summary>
    /// <param name="start">The first unit, at the start of a cache line.</param>
    /// <param name="count">How many; whole cache lines, so that it may reach into the padding behind the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal virtual void ReceiveConductance(int start, int count)
    {
        foreach (var projection in _receiving) { projection.ReceiveConductance(start, count); }
    }

    /// <summary>Integrates over time what was received.</summary>
    /// <param name="units">The units, which another thread does not touch: this layer's, or some of them, or neighbours' that compute alike.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal virtual void IntegrateConductance(UnitPart units)
    {
        var excitation = Excitation(units);
        if (Act.Clamp.Hard) { RunKernel(new ExcitationKernel(in _constants, State, excitation), units.Live); }
        else
        {
            RunKernel(new ExcitationKernel(in _constants, State, excitation), units.Free);
            RunKernel(new SoftClampKernel(in _constants, State, excitation), units.Driven);
        }
        if (NoiseIsDrawn && !Act.Noise.Fixed)
        {
            for (var r = 0; r < units.Live.Count; r++) { DrawNoise(units.Live[r].Start, units.Live[r].Count); }
        }
        if (Act.Noise.Type == NoiseType.GeNoise) { RunKernel(new AddKernel(ref State.Ge.Start, ref State.Noise.Start), units.Live); }
        if (ReceivesInhibition) { RunKernel(new SynapticInhibitionKernel(in _constants, State), units.Live); }
    }

    /// <summary>What the units integrate in this cycle: the excitation received, or a column (<see cref="NeuronState.Target"/> is free) with what a mechanism makes of it.</summary>
    private protected virtual AlignedFloats Excitation(UnitPart units)
    {
        if ((Steps & LayerSteps.ModulateExcitation) == 0) { return State.GeRaw; }
        for (var r = 0; r < units.Live.Count; r++)
        {
            var start = units.Live[r].Start;
            var excitation = State.Target.Slice(start, Math.Min(units.Live[r].Count, First + UnitCount - start));
            State.GeRaw.Slice(start, excitation.Length).CopyTo(excitation);
            ModulateExcitation(start - First, excitation);
        }
        return State.Target;
    }

    /// <summary>Changes what units integrate in this cycle; called for layers that override it, and only for them.</summary>
    /// <remarks>Several threads do so at once, each for units of its own, unless <see cref="IsUndivided"/>. Lesioned units are left out.</remarks>
    /// <param name="first">The first of the units, within the layer.</param>
    /// <param name="excitation">The excitation that the units have received in the trial so far, to be changed here; what has been received stays.</param>
    protected virtual void ModulateExcitation(int first, Span<float> excitation) { }

    /// <summary>Between integration and inhibition, what the layer tells others beside conductance, such as how strongly they may respond; layers in order.</summary>
    /// <remarks>As every step from here on that plain layers do not take, called for layers that override it, and only for them.</remarks>
    protected internal virtual void SendModulation() { }

    /// <summary>Advances the inhibition of pools and units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal virtual void Inhibit()
    {
        InhibitPools();
        var sums = ReceivesInhibition || Inhib.Self.On;
        if (Inhib.Self.On) { RunOnLayer(new SelfInhibitionKernel(Inhib.Self, State)); }
        for (var p = HasPools ? 1 : 0; p < _pools.Length; p++)
        {
            var pool = _pools[p];
            var gi = pool.Inhib.Gi;
            for (var r = 0; r < LiveUnits.Count; r++)
            {
                var (start, count) = pool.Within(LiveUnits[r]);
                if (count <= 0) { continue; }
                if (sums) { Kernel.Run(new TotalInhibitionKernel(gi, State), First + start, count); }
                else { State.Gi.Slice(First + start, count).Fill(gi); }
            }
        }
    }

    /// <summary>Advances the inhibition of the layer and of its pools; a pool gets at least the layer's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected virtual void InhibitPools()
    {
        InhibitLayer();
        if (!HasPools) { return; }
        var layer = _pools[0].Inhib;
        for (var p = 1; p < _pools.Length; p++)
        {
            var pool = _pools[p].Inhib;
            pool.Advance(Inhib.Pool);
            if (Inhib.Layer.On)
            {
                pool.LayGi = layer.Gi;
                pool.Gi = MathF.Max(pool.Gi, layer.Gi);
            }
            else { layer.Gi = MathF.Max(pool.Gi, layer.Gi); }
        }
        if (!Inhib.Layer.On) { layer.GiOrig = layer.Gi; }
    }

    /// <summary>Advances the inhibition of the layer as a whole, before its pools take part; layers in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected virtual void InhibitLayer() => _pools[0].Inhib.Advance(Inhib.Layer);

    /// <summary>Advances membrane potentials, activations and learning averages.</summary>
    /// <param name="units">The units, which another thread does not touch: this layer's, or some of them, or neighbours' that compute alike.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal virtual void Activate(UnitPart units) => ActivateBy(in _constants, units);

    /// <summary>The same with constants of a mechanism's own, such as another gain, for this cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected void ActivateBy(in UnitConstants constants, UnitPart units)
    {
        var free = Act.Clamp.Hard ? units.Free : units.Live;
        if (Act.Noise.Type != NoiseType.NoNoise) { ActivateByRate<NoisyActivation>(in constants, free); }
        else if (UsesPotassium) { ActivateByRate<AdaptingActivation>(in constants, free); }
        else { ActivateByRate<PlainActivation>(in constants, free); }
        if (Act.Clamp.Hard) { ClampDrivenUnits(in constants, units); }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ActivateByRate<TExtras>(in UnitConstants constants, UnitRanges units) where TExtras : struct, IActivationExtras
    {
        RunKernel(new PotentialKernel<TExtras>(in constants, State), units);
        RunKernel(new DriveKernel<TExtras>(in constants, State, State.Target), units);
        var targetLrn = State.Target;
        if (TExtras.HasPotassium)
        {
            targetLrn = State.TargetLrn;
            RunKernel(new DriveKernel<PlainActivation>(in constants, State, targetLrn), units);
        }
        RunKernel(new ActivationKernel<TExtras>(in constants, State, State.Target, targetLrn), units);
        RunKernel(new LearningAveragesKernel(in constants, State), units);
        if (Act.KNa.On) { RunKernel(new AdaptationKernel(in _adaptation, State), units); }
    }

    /// <summary>Sets the units with external input to it, and advances their learning averages.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected void ClampDrivenUnits(UnitPart units) => ClampDrivenUnits(in _constants, units);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ClampDrivenUnits(in UnitConstants constants, UnitPart units)
    {
        RunKernel(new HardClampKernel(in constants, State), units.Driven);
        RunKernel(new LearningAveragesKernel(in constants, State), units.Driven);
    }

    /// <summary>Refuses activation that is not a number.</summary>
    /// <param name="cycle">The cycle of the trial that the activation is of.</param>
    internal void CheckActivation(int cycle)
    {
        if (float.IsNaN(_pools[0].Inhib.Act.Sum))
        {
            throw new EmergentException(
                $"Layer '{Name}': activation is not a number (NaN) in cycle {cycle} of the trial. Look for extreme parameters (net.Styles.NonDefaultReport()) or weights; Initialize(seed) starts afresh.");
        }
    }

    /// <summary>Once all layers are active, what the layer tells others for the next cycle: neuromodulators, gates; layers in order.</summary>
    protected internal virtual void SendSignals() { }

    /// <summary>Ends a cycle: what a mechanism does with what has arrived. Plain layers do nothing.</summary>
    protected internal virtual void EndCycle() { }

    /// <summary>Ends a quarter: keeps the activity that learning and statistics compare, and after the third lets targets in.</summary>
    /// <param name="quarter">The quarter that ends, 0…3.</param>
    protected internal virtual void EndQuarter(int quarter)
    {
        switch (quarter)
        {
            case 0: CopyLive(State.Act, State.ActQ1); break;
            case 1: CopyLive(State.Act, State.ActQ2); break;
            case 2:
                foreach (var pool in _pools) { pool.ActM = pool.Inhib.Act; }
                CopyLive(State.Act, State.ActM);
                TargetsBecomeInput();
                break;
            default:
                foreach (var pool in _pools) { pool.ActP = pool.Inhib.Act; }
                RunOnLayer(new PlusPhaseEndKernel(in _constants, State));
                CosDiff.Update(Column(State.ActM), _pools[0].ActM.Avg, Column(State.ActP), _pools[0].ActP.Avg, LiveUnits, Learn, IsTarget);
                break;
        }
    }

    /// <summary>Once all layers have ended a quarter, what the layer sends that lasts beyond it, such as context; layers in order.</summary>
    /// <param name="quarter">The quarter that has ended, 0…3.</param>
    protected internal virtual void SendContext(int quarter) { }

    /// <summary>Once all context is sent, takes in what has arrived; layers in order.</summary>
    /// <param name="quarter">The quarter that has ended, 0…3.</param>
    protected internal virtual void ReceiveContext(int quarter) { }

    /// <summary>Whether noise is drawn at all: with distribution Mean it is not, as in the reference.</summary>
    private bool NoiseIsDrawn => Act.Noise.Type != NoiseType.NoNoise && Act.Noise.Dist != Distribution.Mean;

    private void DrawNoise(int start, int count)
    {
        var network = LeabraNetwork;
        var random = new CounterRandom(network.Seed, network.Run, CounterRandom.StreamOf(Name) ^ NoiseStream);
        // The index is the cycle since Initialize and the unit, so that neither threads nor the order of layers matters.
        Act.Noise.Generate(State.Noise.Slice(start, count), in random, ((ulong)network.Time.TotalCycles << 32) | (uint)(start - First));
    }

    private static readonly ulong NoiseStream = CounterRandom.StreamOf("unit noise");

    private protected void CopyLive(AlignedFloats from, AlignedFloats to)
    {
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = LiveUnits[r];
            from.Slice(First + start, count).CopyTo(to.Slice(First + start, count));
        }
    }

    private protected void ClearLive(AlignedFloats column)
    {
        for (var r = 0; r < LiveUnits.Count; r++) { column.Slice(First + LiveUnits[r].Start, LiveUnits[r].Count).Clear(); }
    }
}
