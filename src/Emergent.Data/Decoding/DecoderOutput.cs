namespace Emergent.Data;

/// <summary>How an output of a linear decoder follows from its net input.</summary>
public enum DecoderOutput
{
    /// <summary>The net input itself: for values of any size.</summary>
    Identity,

    /// <summary>1 / (1 + e^−net): for values from 0 to 1.</summary>
    Logistic,
}
