using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

// Initial weights, and how they change.
public partial class LeabraProjection
{
    /// <summary>Increases and decreases balanced by the receiving units' average weights.</summary>
    internal WeightBalance Balance { get; private set; } = null!;

    /// <summary>Whether changes have been computed that are still to be applied.</summary>
    private bool HasPendingChanges { get; set; }

    /// <summary>Whether a symmetric projection the other way gives all weights once its own are drawn, so that none need be drawn here.</summary>
    internal bool GetsAllWeights { get; set; }

    /// <summary>Gives the initial weight of the synapse from a sending to a receiving unit, 0…1, for weights that are made by code; null for random ones, as <see cref="WtInit"/> says.</summary>
    /// <remarks>Such weights are not copied from a projection the other way, nor to one. Source: emergent leabra, SetWtsFunc.</remarks>
    public Func<int, int, float>? InitialWeight { get; set; }

    /// <summary>Gives all synapses their initial weights.</summary>
    protected internal virtual void InitializeWeights(long seed, int run)
    {
        (GScale, LrateFactor, Switched) = (1f, 1f, null);   // a trial may have been broken off
        UpdateConstants();
        if (!GetsAllWeights)
        {
            // Several projections between the same layers have one name, and weights of their own all the same.
            var stream = CounterRandom.StreamOf($"weights {Name}") + (ulong)Receiver.ReceivingProjections.TakeWhile(p => p != this).Count(p => p.Sender == Sender);
            LeabraNetwork.Workers.Run(new WeightDraw(this, seed, run, stream), Synapses.Senders, DrawCost * (long)Synapses.Length);
        }
        Synapses.Moment.Span.Clear();
        Synapses.DWt?.Span.Clear();
        Synapses.Norm.AsSpan().Clear();
        HasPendingChanges = false;
        Balance.Reset();
    }

    private const int DrawCost = 100;   // the work of drawing a weight and its linear form, in synapses sent through

    /// <summary>Drawing of initial weights, divided among threads by senders: each weight is a function of its place alone.</summary>
    private readonly struct WeightDraw(LeabraProjection projection, long seed, int run, ulong stream) : IParallelWork
    {
        public void Do(int start, int end)
        {
            var synapses = projection.Synapses;
            var wt = synapses.Wt.Span;
            var lwt = synapses.LWt.Span;
            var sequence = new CounterRandom(seed, run, stream);
            for (var sender = start; sender < end; sender++)
            {
                var (first, count) = synapses.Row(sender);
                for (var place = first; place < first + count; place++)
                {
                    var random = sequence.At(((ulong)sender << 32) | (uint)(place - first));
                    var weight = projection.InitialWeight is { } given ? projection.Checked(given, sender, synapses.Receiver(sender, place))
                        : Math.Clamp((float)projection.WtInit.Generate(ref random), 0f, 1f);
                    lwt[place] = Contrast.Linear(projection.Learn.WtSig, weight);
                    wt[place] = weight * synapses.ScaleAt(place);
                }
            }
        }
    }

    private float Checked(Func<int, int, float> given, int sender, int receiver) => given(sender, receiver) is >= 0f and <= 1f and var weight ? weight
        : throw new EmergentException($"Projection '{Name}': InitialWeight({sender}, {receiver}) is {given(sender, receiver)}; a weight is 0…1.");

    /// <summary>Gives synapses the scales of the connectivity's topography, if it has one.</summary>
    internal void InitializeTopographicScales()
    {
        if (!Connectivity.HasTopographicScales) { return; }
        var scales = Connectivity.TopographicScales(Sender.Shape, Receiver.Shape, Connections);
        var column = Synapses.RequireScale().Span;
        for (var receiver = 0; receiver < Receiver.UnitCount; receiver++)
        {
            var senders = Connections.SendersOf(receiver);
            var start = Connections.ReceiverStart(receiver);
            for (var k = 0; k < senders.Length; k++) { column[Synapses.Find(senders[k], receiver)] = scales[start + k] == 0f ? 1f : scales[start + k]; }   // 0 stands for no scale
        }
    }

    /// <summary>Copies weights and scales from the projection the other way, or from itself across, where both have a synapse.</summary>
    internal void CopyWeightsFrom(LeabraProjection source)
    {
        if (source.Synapses.Scale is not null) { Synapses.RequireScale(); }
        LeabraNetwork.Workers.Run(new SymmetricCopy(source.Synapses, Synapses), Synapses.Senders, DrawCost * (long)Synapses.Length);
    }

    /// <summary>Copying of weights to the projection the other way, divided among threads by its senders.</summary>
    /// <remarks>In squares of rows and columns, so that the cache lines of either side stay near while they are walked across.</remarks>
    private readonly struct SymmetricCopy(SynapseStore from, SynapseStore to) : IParallelWork
    {
        private const int Square = 64;

        public void Do(int start, int end)
        {
            for (var firstRow = start; firstRow < end; firstRow += Square)
            {
                for (var firstReceiver = 0; firstReceiver < to.Receivers; firstReceiver += Square)
                {
                    for (var row = firstRow; row < Math.Min(firstRow + Square, end); row++) { CopyRow(row, firstReceiver, Math.Min(firstReceiver + Square, to.Receivers)); }
                }
            }
        }

        private void CopyRow(int sender, int firstReceiver, int endReceiver)
        {
            var (start, count) = to.Row(sender);
            int place = start, end = start + count;
            if (to.IsFull) { (place, end) = (start + firstReceiver, start + endReceiver); }
            else if (firstReceiver > 0) { return; }   // a row that is not full is short: it is walked once, whole
            for (; place < end; place++)
            {
                var other = from.Find(to.Receiver(sender, place), sender);
                if (other < 0 || (from == to && to.Receiver(sender, place) > sender)) { continue; }   // within a layer, what the unit that comes first sends is copied
                to.Wt.Span[place] = from.Wt.Span[other];
                to.LWt.Span[place] = from.LWt.Span[other];
                if (to.Scale is { } scale) { scale.Span[place] = from.ScaleAt(other); }
            }
        }
    }

    /// <summary>Sets all that a synapse has, for restoring a saved state exactly. Norm is shared by the sender's synapses.</summary>
    internal void SetSynapse(int sender, int receiver, float wt, float lwt, float norm, float moment, float scale)
    {
        var place = Synapses.Find(sender, receiver);
        (Synapses.Wt.Span[place], Synapses.LWt.Span[place], Synapses.Moment.Span[place]) = (wt, lwt, moment);
        Synapses.Norm[sender] = norm;
        if (scale != 1f || Synapses.Scale is not null) { Synapses.RequireScale().Span[place] = scale; }
    }

    /// <summary>Computes weight changes into DWt, to be applied later.</summary>
    protected internal virtual void ComputeWeightChanges() => ComputeByContrast();

    /// <summary>Adds to DWt what the contrast of two phases and association say: the rule of every projection that has none of its own.</summary>
    private protected void ComputeByContrast()
    {
        if (!Learn.Learn) { return; }
        NoteChanges();
        Rows<ChangeStep, ChangeKernel>(new ChangeStep(this, Synapses.RequireDWt()), onlyActive: true);
    }

    /// <summary>Says that DWt has changes that are to be applied.</summary>
    private protected void NoteChanges() => HasPendingChanges = true;

    /// <summary>Takes the changes in DWt as applied, if there are any; a projection that applies them in its own way asks first.</summary>
    private protected bool TakeChanges()
    {
        var has = Learn.Learn && HasPendingChanges;
        if (has) { HasPendingChanges = false; }
        return has;
    }

    /// <summary>Applies the changes in DWt to the weights, and clears them.</summary>
    protected internal virtual void ApplyWeightChanges()
    {
        if (!TakeChanges()) { return; }
        Contrast.Choose(Learn.WtSig, new Updating(this, computes: false));
    }

    /// <summary>Computes and applies weight changes: the same bits as one after the other, without DWt going through memory.</summary>
    protected internal virtual void LearnWeights()
    {
        if (!Learn.Learn) { return; }
        if (HasPendingChanges)
        {
            ComputeWeightChanges();
            ApplyWeightChanges();
            return;
        }
        Contrast.Choose(Learn.WtSig, new Updating(this, computes: true));
    }

    /// <summary>Whether a sender's synapses learn: not, and Norm does not decay, where it was silent in both phases.</summary>
    internal bool LearnsFrom(int sender)
    {
        var units = LeabraSender.State;
        var unit = LeabraSender.First + sender;
        return Learn.Learn && (units.AvgS.Span[unit] >= _constants.LrnThr || units.AvgM.Span[unit] >= _constants.LrnThr);
    }

    /// <summary>Whether learning reads a sender's synapses at all, for counting work.</summary>
    internal virtual bool Visits(int sender) => LearnsFrom(sender);

    private void Rows<TStep, TKernel>(TStep step, bool onlyActive)
        where TStep : struct, IRowStep<TKernel>
        where TKernel : struct, IRowKernel, allows ref struct
    {
        if (onlyActive) { _averages.Read(LeabraReceiver, _constants.DThr); }   // what applies changes that were computed before reads none
        LeabraNetwork.Workers.Run(new RowWork<TStep, TKernel>(this, step, onlyActive), Synapses.Senders, Synapses.Length);
    }

    /// <summary>What learning reads of all receivers, in their own order.</summary>
    private ReceiverValues Receivers
    {
        get
        {
            var (units, first) = (LeabraReceiver.State, LeabraReceiver.First);
            return new ReceiverValues(
                ref _averages.Short, ref _averages.Medium, ref Unsafe.Add(ref units.AvgL.Start, first), ref Unsafe.Add(ref units.AvgLLrn.Start, first),
                ref Balance.Increase.Start, ref Balance.Decrease.Start);
        }
    }

    /// <summary>A step over rows of synapses, divided among threads by senders: rows have nothing in common.</summary>
    private readonly struct RowWork<TStep, TKernel>(LeabraProjection projection, TStep step, bool onlyActive) : IParallelWork
        where TStep : struct, IRowStep<TKernel>
        where TKernel : struct, IRowKernel, allows ref struct
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Do(int start, int end)
        {
            Span<float> largest = stackalloc float[CacheLine.Floats];
            var synapses = projection.Synapses;
            var receivers = projection.Receivers;
            var gather = synapses.IsFull ? null : ReceiverGather.Mine(synapses.LongestRow);
            var kernel = step.MakeKernel(gather is null ? receivers : gather.Values, largest);
            for (int row = Next(start, end), next; row < end; row = next)
            {
                next = Next(row + 1, end);
                var (place, count) = synapses.Row(row);
                if (count == 0) { continue; }
                largest.Clear();
                var ahead = next < end ? synapses.Row(next).Start - place : 0;
                gather?.Gather(synapses, row, next < end ? next : row, receivers, projection._constants.Balance);
                kernel.Begin(projection.RowStart(row, place, ahead));
                Kernel.Run(in kernel, 0, synapses.Room(count));   // with its padding, in which nothing changes
                if (onlyActive && projection._constants.Norm) { synapses.Norm[row] = Largest.Of(largest).Value; }
            }
        }

        /// <summary>The next row that takes part, or the end.</summary>
        private int Next(int row, int end)
        {
            while (onlyActive && row < end && !projection.LearnsFrom(row)) { row++; }
            return row;
        }
    }

    /// <summary>What is done with each sender's synapses.</summary>
    private interface IRowStep<TKernel> where TKernel : struct, IRowKernel, allows ref struct
    {
        /// <summary>The kernel for rows whose receivers have these values; it keeps the largest change of each lane.</summary>
        TKernel MakeKernel(ReceiverValues receivers, Span<float> largest);
    }

    private readonly struct ChangeStep(LeabraProjection projection, AlignedFloats dwt) : IRowStep<ChangeKernel>
    {
        public ChangeKernel MakeKernel(ReceiverValues receivers, Span<float> largest) => new(projection.Change(receivers, largest), dwt);
    }

    /// <summary>Updates all rows by the projection's contrast: the changes in DWt, or changes computed on the way.</summary>
    private readonly struct Updating(LeabraProjection projection, bool computes) : IContrastUse
    {
        public void With<TContrast>(TContrast contrast) where TContrast : struct, IContrast
        {
            if (computes) { projection.Rows<LearnStep<TContrast>, LearnKernel<TContrast>>(new LearnStep<TContrast>(projection, contrast), onlyActive: true); }
            else { projection.Rows<UpdateStep<TContrast>, UpdateKernel<TContrast>>(new UpdateStep<TContrast>(projection, contrast), onlyActive: false); }
        }
    }

    private readonly struct LearnStep<TContrast>(LeabraProjection projection, TContrast contrast) : IRowStep<LearnKernel<TContrast>> where TContrast : struct, IContrast
    {
        public LearnKernel<TContrast> MakeKernel(ReceiverValues receivers, Span<float> largest) => new(projection.Change(receivers, largest), projection.Update(contrast, receivers));
    }

    private readonly struct UpdateStep<TContrast>(LeabraProjection projection, TContrast contrast) : IRowStep<UpdateKernel<TContrast>> where TContrast : struct, IContrast
    {
        public UpdateKernel<TContrast> MakeKernel(ReceiverValues receivers, Span<float> largest) => new(projection.Update(contrast, receivers), projection.Synapses.DWt!);
    }

    private WeightChange Change(ReceiverValues receivers, Span<float> largest) => new(in _constants, receivers, Synapses, largest);

    private WeightUpdate<TContrast> Update<TContrast>(TContrast contrast, ReceiverValues receivers) where TContrast : struct, IContrast => new(in _constants, contrast, receivers, Synapses);

    private RowStart RowStart(int row, int place, int ahead)
    {
        var (units, unit) = (LeabraSender.State, LeabraSender.First + row);
        return new RowStart(place, ahead, units.AvgSLrn.Span[unit], units.AvgM.Span[unit], _constants.NormDecay * Synapses.Norm[row]);
    }
}
