namespace Emergent.Backprop;

/// <summary>How the units of a layer compute. Input layers do not: their activation is the pattern.</summary>
public class ActParams
{
    /// <summary>How net input becomes activation.</summary>
    public ActivationFunction Function { get; set; } = ActivationFunction.Sigmoid;   // has all error functions and 0…1 targets
}
