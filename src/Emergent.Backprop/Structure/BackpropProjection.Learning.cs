using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Backprop;

// How the weights change.
public partial class BackpropProjection
{
    /// <summary>Learns from one trial by itself: what gathering it and applying it would give, in one pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void LearnTrial(float lrateFactor)
    {
        if (!_constants.Learn) { return; }
        Synapses.Learned.BeginUpdate(in _constants, lrateFactor);
        if (_constants.IsPlain) { foreach (var s in From.Active.Units) { Step(s); } }   // the others' weights stay
        else { for (var s = 0; s < Synapses.Senders; s++) { Step(s); } }
        Synapses.WeightsChange();
    }

    /// <summary>Adds the gradients of one trial to those of the batch.</summary>
    /// <param name="isFirst">Whether the batch begins with it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Gather(bool isFirst)
    {
        var dwt = Synapses.RequireDWt();
        if (isFirst) { dwt.Span.Clear(); }
        var active = From.Active;
        for (var a = 0; a < active.Units.Length; a++)
        {
            var (start, count) = Synapses.Row(active.Units[a]);
            Kernel.Run(new GatherKernel(active.Values[a], ref DeltaOf(active.Units[a]), ref Unsafe.Add(ref dwt.Start, start)), 0, count);
        }
    }

    /// <summary>Applies what a batch of so many trials has gathered.</summary>
    internal void Apply(int trials, float lrateFactor)
    {
        if (!_constants.Learn || Synapses.DWt is not { } dwt) { return; }
        Synapses.Learned.BeginUpdate(in _constants, lrateFactor);
        Synapses.Learned.Update(new BatchGradient(ref dwt.Start, trials), 0, Synapses.Wt.Length);
        Synapses.WeightsChange();
    }

    private void Step(int sender)
    {
        var (start, count) = Synapses.Row(sender);
        Synapses.Learned.Update(new TrialGradient(From.Column(From.State.Act)[sender], ref DeltaOf(sender)), start, count);
    }

    /// <summary>The Delta of a sender's receivers, in the order of its row.</summary>
    private ref float DeltaOf(int sender)
    {
        if (Synapses.IsFull) { return ref To.First(To.State.Delta); }
        ReadOnlySpan<float> delta = To.Column(To.State.Delta);
        var receivers = Synapses.ReceiversOf(sender);
        var row = _row.Slice(0, receivers.Length);
        for (var k = 0; k < row.Length; k++) { row[k] = delta[receivers[k]]; }
        return ref MemoryMarshal.GetReference(row);
    }
}
