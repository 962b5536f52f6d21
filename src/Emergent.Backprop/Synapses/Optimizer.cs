namespace Emergent.Backprop;

/// <summary>How gradients become changes of weights.</summary>
public enum Optimizer
{
    /// <summary>Steps down the gradient, with momentum.</summary>
    GradientDescent,

    /// <summary>Steps down the running mean of gradients relative to their running size, for each weight by itself.</summary>
    Adam,
}
