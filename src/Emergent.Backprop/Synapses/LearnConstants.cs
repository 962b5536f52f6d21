namespace Emergent.Backprop;

/// <summary>The values of <see cref="LearnParams"/> that a trial runs with.</summary>
internal readonly record struct LearnConstants(bool Learn, Optimizer Optimizer, float Lrate, float Momentum, float Decay, float Beta1, float Beta2, float Epsilon)
{
    public LearnConstants(LearnParams p) : this(p.Learn, p.Optimizer, p.Lrate, p.Momentum, p.Decay, p.Beta1, p.Beta2, p.Epsilon) { }

    /// <summary>Whether a step is the learning rate times the gradient and no more.</summary>
    public bool IsPlain => Optimizer == Optimizer.GradientDescent && Momentum == 0f && Decay == 0f;
}
