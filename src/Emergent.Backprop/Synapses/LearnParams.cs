using System.ComponentModel.DataAnnotations;

namespace Emergent.Backprop;

/// <summary>How the weights of a projection, or the biases of a layer, learn.</summary>
/// <remarks>
/// g is the mean over the batch of −∂E/∂Wt.
/// Gradient descent: Moment ← Momentum Moment + g − Decay Wt; Wt ← Wt + Lrate Moment.
/// Adam: Moment ← Beta1 Moment + (1 − Beta1) g; Square ← Beta2 Square + (1 − Beta2) g²;
/// Wt ← Wt − Lrate Decay Wt + Lrate m / (√v + Epsilon) with m = Moment / (1 − Beta1ᵗ), v = Square / (1 − Beta2ᵗ) at the t-th update.
/// Source: Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating errors; Kingma and Ba (2015), Adam;
/// Loshchilov and Hutter (2019), Decoupled weight decay regularization.
/// </remarks>
public class LearnParams
{
    /// <summary>Whether they learn; errors are sent back through weights that do not all the same.</summary>
    public bool Learn { get; set; } = true;

    /// <summary>How gradients become changes.</summary>
    public Optimizer Optimizer { get; set; } = Optimizer.GradientDescent;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 100.0)]
    public float Lrate { get; set; } = 0.01f;   // with momentum 0.9 as large as 0.1 without; Adam: 0.001…0.01

    /// <summary>The share of the last change that goes on, in gradient descent.</summary>
    [Range(0.0, 0.9999)]
    public float Momentum { get; set; } = 0.9f;   // averages over about ten updates; at 1 nothing would ever slow down

    /// <summary>The share of itself, times Lrate, that a weight loses at each update.</summary>
    [Range(0.0, 1.0)]
    public float Decay { get; set; }   // 0: nothing is known against large weights; 1e-4 is usual where patterns are few

    /// <summary>Adam: the share of the running mean of gradients that stays.</summary>
    [Range(0.0, 0.9999)]
    public float Beta1 { get; set; } = 0.9f;   // of the paper

    /// <summary>Adam: the share of the running mean of squared gradients that stays.</summary>
    [Range(0.0, 0.999999)]
    public float Beta2 { get; set; } = 0.999f;   // of the paper

    /// <summary>Adam: what keeps weights still that hardly have gradients.</summary>
    [Range(1e-12, 1.0)]
    public float Epsilon { get; set; } = 1e-8f;   // of the paper
}
