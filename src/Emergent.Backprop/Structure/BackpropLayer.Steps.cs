using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop;

// The steps of a trial. Their order stands in BackpropNetwork alone.
public partial class BackpropLayer
{
    private int PoolsOrOne => HasPools ? PoolCount : 1;

    /// <summary>Computes Net and Act from what is presented and what earlier layers send.</summary>
    /// <exception cref="EmergentException">A net input is not a finite number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Activate()
    {
        var net = Column(State.Net);
        if (Kind == LayerKind.Input)
        {
            Column(State.Ext).CopyTo(net);
            net.CopyTo(Column(State.Act));
        }
        else
        {
            if (_constants.HasBias) { Column(State.Bias).CopyTo(net); }
            else { net.Clear(); }
            if (HasInput) { for (var unit = 0; unit < net.Length; unit++) { net[unit] += Column(State.Ext)[unit]; } }
            foreach (var projection in _receiving) { if (projection.TakesPart) { projection.Send(); } }
            // Before the function: a sigmoid of an infinite net input looks as any other.
            foreach (var value in net) { if (!float.IsFinite(value)) { throw Diverged(net); } }
            var function = UnitFunction.Of(_constants.Function);
            for (var pool = 0; pool < PoolsOrOne; pool++) { function.Activate(State, Offset + pool * UnitsPerPool, UnitsPerPool); }
        }
        if (Active.Find(Column(State.Act)) >= 0) { throw Diverged(net); }
    }

    internal void ClearErrors() => Column(State.Err).Clear();

    /// <summary>Computes Delta from the layer's own error and from what its receivers have sent back, and sends it back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SendBack()
    {
        var (errs, isCrossEntropy) = (Kind == LayerKind.Target && HasTarget, _constants.Error == ErrorFunction.CrossEntropy);
        var function = UnitFunction.Of(_constants.Function);
        if (errs && !isCrossEntropy) { AddDifference(); }
        for (var pool = 0; pool < PoolsOrOne; pool++)
        {
            var first = Offset + pool * UnitsPerPool;
            function.SendBack(State, first, UnitsPerPool);
            if (errs && isCrossEntropy) { function.AddCrossEntropy(State, first, UnitsPerPool); }
        }
        if (errs && isCrossEntropy) { AddDifference(); }
        if (Erring.Find(Column(State.Delta)) >= 0) { throw Diverged(Column(State.Delta)); }
        foreach (var projection in _receiving) { if (projection.TakesPart && projection.Sender.Kind != LayerKind.Input) { projection.SendBack(); } }
    }

    /// <summary>Learns from one trial by itself.</summary>
    internal void LearnTrial(float lrateFactor)
    {
        foreach (var projection in _receiving) { if (projection.TakesPart) { projection.LearnTrial(lrateFactor); } }
        if (!_constants.HasBias || !_constants.Bias.Learn) { return; }
        _biases.BeginUpdate(_constants.Bias, lrateFactor);
        _biases.Update(new TrialGradient(1f, ref First(State.Delta)), Offset, UnitCount);
    }

    /// <summary>Adds the gradients of one trial to those of the batch.</summary>
    internal void Gather(bool isFirst)
    {
        foreach (var projection in _receiving) { if (projection.TakesPart) { projection.Gather(isFirst); } }
        if (isFirst) { Column(State.DBias).Clear(); }
        Kernel.Run(new GatherKernel(1f, ref First(State.Delta), ref First(State.DBias)), 0, UnitCount);
    }

    /// <summary>Applies what a batch of so many trials has gathered.</summary>
    internal void Apply(int trials, float lrateFactor)
    {
        foreach (var projection in _receiving) { if (projection.TakesPart) { projection.Apply(trials, lrateFactor); } }
        if (_constants.HasBias && _constants.Bias.Learn)
        {
            _biases.BeginUpdate(_constants.Bias, lrateFactor);
            _biases.Update(new BatchGradient(ref First(State.DBias), trials), Offset, UnitCount);
        }
        Column(State.DBias).Clear();
    }

    private void AddDifference() => Kernel.Run(new DifferenceKernel(State, State.Err, 1f), Offset, UnitCount);

    private EmergentException Diverged(ReadOnlySpan<float> values)
    {
        var unit = 0;
        while (unit < values.Length - 1 && float.IsFinite(values[unit])) { unit++; }
        return new EmergentException($"Layer '{Name}': unit {unit} has come to {values[unit]}; weights have grown beyond all bounds. Lower Learn.Lrate of weights and biases, then Initialize(seed) or load sound weights.");
    }
}
