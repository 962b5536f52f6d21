using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>How a gradient becomes a new weight; known when a kernel is compiled. Equations: <see cref="LearnParams"/>.</summary>
internal interface IStep
{
    static abstract bool HasMoment { get; }

    static abstract bool HasSquare { get; }

    T Step<T>(T wt, T gradient, ref T moment, ref T square) where T : struct, ILanes<T>;
}

/// <summary>Gradient descent without momentum and decay.</summary>
internal readonly struct PlainStep(float lrate) : IStep
{
    private readonly float _lrate = lrate;

    public static bool HasMoment => false;

    public static bool HasSquare => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Step<T>(T wt, T gradient, ref T moment, ref T square) where T : struct, ILanes<T> => wt + gradient * _lrate;
}

/// <summary>Gradient descent.</summary>
internal readonly struct MomentumStep(float lrate, float momentum, float decay) : IStep
{
    private readonly float _lrate = lrate, _momentum = momentum, _decay = decay;

    public static bool HasMoment => true;

    public static bool HasSquare => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Step<T>(T wt, T gradient, ref T moment, ref T square) where T : struct, ILanes<T>
    {
        moment = Vanishing.ToZero(moment * _momentum + (gradient - wt * _decay));
        return wt + moment * _lrate;
    }
}

/// <summary>Adam, with the weight decay of AdamW.</summary>
internal readonly struct AdamStep(in LearnConstants p, float lrate, float momentScale, float squareScale) : IStep
{
    private readonly float _lrate = lrate, _loss = lrate * p.Decay, _epsilon = p.Epsilon, _momentScale = momentScale, _squareScale = squareScale;
    private readonly float _beta1 = p.Beta1, _beta2 = p.Beta2, _new1 = 1f - p.Beta1, _new2 = 1f - p.Beta2;

    public static bool HasMoment => true;

    public static bool HasSquare => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Step<T>(T wt, T gradient, ref T moment, ref T square) where T : struct, ILanes<T>
    {
        moment = Vanishing.ToZero(moment * _beta1 + gradient * _new1);
        square = Vanishing.ToZero(square * _beta2 + gradient * gradient * _new2);
        return wt - wt * _loss + moment * _momentScale * _lrate / (T.Sqrt(square * _squareScale) + _epsilon);
    }
}
