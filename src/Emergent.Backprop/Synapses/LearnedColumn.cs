using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>A column of weights or biases that learn alike, with what their optimizer remembers of each.</summary>
internal sealed class LearnedColumn(AlignedFloats values, AlignedFloats? moment = null, AlignedFloats? square = null)
{
    private LearnConstants _p;
    private float _lrate, _momentScale, _squareScale;
    private double _beta1Power, _beta2Power;   // β₁ᵗ and β₂ᵗ as products, which are the same on every machine

    public AlignedFloats Values { get; } = values;

    /// <summary>Null until an optimizer needs it.</summary>
    public AlignedFloats? Moment { get; private set; } = moment;

    /// <summary>Null until an optimizer needs it.</summary>
    public AlignedFloats? Square { get; private set; } = square;

    /// <summary>Forgets what the optimizer remembers of a part of the column, and how many updates there were.</summary>
    public void Reset(int start, int count)
    {
        Moment?.Slice(start, count).Clear();
        Square?.Slice(start, count).Clear();
        (_beta1Power, _beta2Power) = (1, 1);
    }

    /// <summary>Begins an update, in which each value takes one step.</summary>
    public void BeginUpdate(in LearnConstants p, float lrateFactor)
    {
        (_p, _lrate) = (p, p.Lrate * lrateFactor);
        if (!p.IsPlain) { Moment ??= new AlignedFloats(Values.Length); }
        if (p.Optimizer != Optimizer.Adam) { return; }
        Square ??= new AlignedFloats(Values.Length);
        (_beta1Power, _beta2Power) = (_beta1Power * p.Beta1, _beta2Power * p.Beta2);
        (_momentScale, _squareScale) = ((float)(1 / (1 - _beta1Power)), (float)(1 / (1 - _beta2Power)));
    }

    /// <summary>Takes the step of a run of values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update<TGradient>(TGradient gradient, int start, int count) where TGradient : struct, IGradient, allows ref struct
    {
        if (_p.Optimizer == Optimizer.Adam) { Run(new AdamStep(in _p, _lrate, _momentScale, _squareScale), gradient, start, count); }
        else if (_p.IsPlain) { Run(new PlainStep(_lrate), gradient, start, count); }
        else { Run(new MomentumStep(_lrate, _p.Momentum, _p.Decay), gradient, start, count); }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run<TStep, TGradient>(TStep step, TGradient gradient, int start, int count)
        where TStep : struct, IStep
        where TGradient : struct, IGradient, allows ref struct =>
        Kernel.Run(new UpdateKernel<TStep, TGradient>(step, gradient, ref At(Values, start), ref At(Moment ?? Values, start), ref At(Square ?? Values, start)), 0, count);

    private static ref float At(AlignedFloats column, int start) => ref Unsafe.Add(ref column.Start, start);
}
