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
            RunKernel(new LongAverageKernel(Learn.AvgL, CosDiff.ModAvgLLrn, State), LiveUnits);
            foreach (var pool in _pools) { pool.UpdateAverages(Inhib.ActAvg); }
        }
        // Layers begin one after the other, so a layer that comes later (top-down) contributes its average of one trial before.
        ProjectionScaling.Scale(this);
        if (NoiseIsDrawn && Act.Noise.Fixed) { DrawNoise(0, UnitCount); }
        DecayState(Act.Init.Decay);
        foreach (var column in (ReadOnlySpan<AlignedFloats>)[State.ActSent, State.GeRaw, State.GiRaw]) { ClearLive(column); }
        if (!Inhib.Self.On) { ClearLive(State.GiSelf); }
        if (Act.Clamp.Hard && Kind == LayerKind.Input) { RunKernel(new HardClampKernel(in _constants, State), LiveUnits); }
    }

    /// <summary>Finds the units that send in this cycle: those whose activation is above threshold and has changed, and those that fell silent.</summary>
    protected internal virtual void SendConductance() => Senders.Collect(this);

    /// <summary>Adds up what the projections deliver, and integrates it over time.</summary>
    protected internal virtual void IntegrateConductance()
    {
        var projections = ReceivingProjections;
        for (var p = 0; p < projections.Count; p++)
        {
            if (!projections[p].IsOff) { ((LeabraProjection)projections[p]).ReceiveConductance(); }
        }
        if (Act.Clamp.Hard) { RunKernel(new ExcitationKernel(in _constants, State), LiveUnits); }
        else
        {
            RunKernel(new ExcitationKernel(in _constants, State), FreeUnits);
            RunKernel(new SoftClampKernel(in _constants, State), DrivenUnits);
        }
        if (NoiseIsDrawn && !Act.Noise.Fixed)
        {
            for (var r = 0; r < LiveUnits.Count; r++) { DrawNoise(LiveUnits[r].Start, LiveUnits[r].Count); }
        }
        if (Act.Noise.Type == NoiseType.GeNoise) { RunKernel(new AddKernel(ref State.Ge.Start, ref State.Noise.Start), LiveUnits); }
        if (ReceivesInhibition) { RunKernel(new SynapticInhibitionKernel(in _constants, State), LiveUnits); }
    }

    /// <summary>Finds the average and the largest conductance of each pool.</summary>
    protected internal virtual void SummarizeConductance()
    {
        for (var p = 0; p < _pools.Length; p++) { Summarize(State.Ge, _pools[p], ref _pools[p].Inhib.GeRecord); }
    }

    /// <summary>Advances the inhibition of pools and units.</summary>
    protected internal virtual void Inhibit()
    {
        InhibitPools();
        var sums = ReceivesInhibition || Inhib.Self.On;
        if (Inhib.Self.On) { RunKernel(new SelfInhibitionKernel(Inhib.Self, State), LiveUnits); }
        for (var p = HasPools ? 1 : 0; p < _pools.Length; p++)
        {
            var pool = _pools[p];
            var gi = pool.Inhib.Gi;
            for (var r = 0; r < LiveUnits.Count; r++)
            {
                var (start, count) = Within(pool, LiveUnits[r]);
                if (count <= 0) { continue; }
                if (sums) { Kernel.Run(new TotalInhibitionKernel(gi, State), First + start, count); }
                else { State.Gi.Slice(First + start, count).Fill(gi); }
            }
        }
    }

    /// <summary>Advances the inhibition of the layer and of its pools; a pool gets at least the layer's.</summary>
    protected virtual void InhibitPools()
    {
        var layer = _pools[0].Inhib;
        layer.Advance(Inhib.Layer);
        if (!HasPools) { return; }
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

    /// <summary>Advances membrane potentials, activations and learning averages.</summary>
    protected internal virtual void Activate()
    {
        var free = Act.Clamp.Hard ? FreeUnits : LiveUnits;
        if (Act.Noise.Type != NoiseType.NoNoise) { ActivateByRate<NoisyActivation>(free); }
        else if (_usesPotassium) { ActivateByRate<AdaptingActivation>(free); }
        else { ActivateByRate<PlainActivation>(free); }
        if (Act.Clamp.Hard) { ClampDrivenUnits(); }
    }

    private void ActivateByRate<TExtras>(UnitRanges units) where TExtras : struct, IActivationExtras
    {
        RunKernel(new PotentialKernel<TExtras>(in _constants, State), units);
        RunKernel(new DriveKernel<TExtras>(in _constants, State, State.Target), units);
        var targetLrn = State.Target;
        if (TExtras.HasPotassium)
        {
            targetLrn = State.TargetLrn;
            RunKernel(new DriveKernel<PlainActivation>(in _constants, State, targetLrn), units);
        }
        RunKernel(new ActivationKernel<TExtras>(in _constants, State, State.Target, targetLrn), units);
        RunKernel(new LearningAveragesKernel(in _constants, State), units);
        if (Act.KNa.On) { RunKernel(new AdaptationKernel(in _adaptation, State), units); }
    }

    /// <summary>Sets the units with external input to it, and advances their learning averages.</summary>
    protected void ClampDrivenUnits()
    {
        if (DrivenUnits.IsEmpty) { return; }
        RunKernel(new HardClampKernel(in _constants, State), DrivenUnits);
        RunKernel(new LearningAveragesKernel(in _constants, State), DrivenUnits);
    }

    /// <summary>Finds the average and the largest activation of each pool.</summary>
    protected internal virtual void SummarizeActivation()
    {
        for (var p = 0; p < _pools.Length; p++) { Summarize(State.Act, _pools[p], ref _pools[p].Inhib.ActRecord); }
        if (float.IsNaN(_pools[0].Inhib.Act.Sum))
        {
            var time = LeabraNetwork.Time;
            throw new EmergentException(
                $"Layer '{Name}': activation is not a number (NaN) in cycle {time.Cycle} of the trial. Look for extreme parameters (net.Styles.NonDefaultReport()) or weights; Initialize(seed) starts afresh.");
        }
    }

    /// <summary>Ends a cycle: what a mechanism does once all layers are active. Plain layers do nothing.</summary>
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
                RunKernel(new PlusPhaseEndKernel(in _constants, State), LiveUnits);
                CosDiff.Update(Column(State.ActM), _pools[0].ActM.Avg, Column(State.ActP), _pools[0].ActP.Avg, LiveUnits, Learn, IsTarget);
                break;
        }
    }

    /// <summary>Whether noise is drawn at all: with distribution Mean it is not, as in the reference.</summary>
    private bool NoiseIsDrawn => Act.Noise.Type != NoiseType.NoNoise && Act.Noise.Dist != Distribution.Mean;

    private void DrawNoise(int start, int count)
    {
        var network = LeabraNetwork;
        var noise = Column(State.Noise);
        var stream = CounterRandom.StreamOf(Name) ^ NoiseStream;
        for (var unit = start; unit < start + count; unit++)
        {
            // The index is the cycle since Initialize and the unit, so that neither threads nor the order of layers matters.
            var random = new CounterRandom(network.Seed, network.Run, stream, ((ulong)network.Time.TotalCycles << 32) | (uint)unit);
            noise[unit] = (float)Act.Noise.Generate(ref random);
        }
    }

    private static readonly ulong NoiseStream = CounterRandom.StreamOf("unit noise");

    private void Summarize(AlignedFloats column, Pool pool, ref AvgMax record)
    {
        var summary = AvgMax.Empty;
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = Within(pool, LiveUnits[r]);
            if (count > 0) { summary.Add(column.Slice(First + start, count), start); }
        }
        summary.Finish();
        record = summary;
    }

    private static (int Start, int Count) Within(Pool pool, (int Start, int Count) range)
    {
        var start = Math.Max(pool.Start, range.Start);
        return (start, Math.Min(pool.Start + pool.Count, range.Start + range.Count) - start);
    }

    private void CopyLive(AlignedFloats from, AlignedFloats to)
    {
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = LiveUnits[r];
            from.Slice(First + start, count).CopyTo(to.Slice(First + start, count));
        }
    }

    private void ClearLive(AlignedFloats column)
    {
        for (var r = 0; r < LiveUnits.Count; r++) { column.Slice(First + LiveUnits[r].Start, LiveUnits[r].Count).Clear(); }
    }
}
