namespace Emergent.Backprop;

/// <summary>The error of a Target layer.</summary>
public class ErrorParams
{
    /// <summary>What the layer has to make small.</summary>
    public ErrorFunction Function { get; set; } = ErrorFunction.SquaredError;
}
