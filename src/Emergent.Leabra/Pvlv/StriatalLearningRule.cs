namespace Emergent.Leabra;

/// <summary>The learning rules of the ventral striatum.</summary>
public enum StriatalLearningRule
{
    /// <summary>Dopamine times what both units do now: the patch's.</summary>
    DAHebbVS,

    /// <summary>Dopamine times a trace of what both units did before: the matrix's.</summary>
    TraceNoThalVS,
}
