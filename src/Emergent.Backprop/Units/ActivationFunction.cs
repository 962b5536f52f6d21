namespace Emergent.Backprop;

/// <summary>How the net input of a unit becomes its activation.</summary>
public enum ActivationFunction
{
    /// <summary>1 / (1 + e^−Net), within 0…1.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent of Net, within −1…1.</summary>
    Tanh,

    /// <summary>Net where it is above 0, else 0.</summary>
    ReLU,

    /// <summary>Net itself.</summary>
    Linear,

    /// <summary>e^Net over its sum: a probability for each unit of a pool, or of a layer without pools.</summary>
    Softmax,
}
