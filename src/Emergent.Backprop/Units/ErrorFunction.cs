namespace Emergent.Backprop;

/// <summary>What a Target layer has to make small.</summary>
public enum ErrorFunction
{
    /// <summary>Half the sum of (Targ − Act)².</summary>
    SquaredError,

    /// <summary>The cross-entropy of targets and activations as probabilities; for sigmoid, tanh and softmax units.</summary>
    CrossEntropy,
}
