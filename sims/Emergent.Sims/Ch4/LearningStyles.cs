using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>The two sources of learning, each by itself: the style sheets that chapter 4 compares.</summary>
internal static class LearningStyles
{
    /// <summary>Units that are active together are connected, whether what they do is right or wrong.</summary>
    public static StyleSheet Hebbian => new()
    {
        { "Prjn", "only what is active together counts", (LeabraProjection p) => (p.Learn.XCal.MLrn, p.Learn.XCal.SetLLrn, p.Learn.XCal.LLrn) = (0f, true, 1f) },
    };

    /// <summary>Weights change by the difference between the plus and the minus phase.</summary>
    public static StyleSheet ErrorDriven => new()
    {
        { "Prjn", "only the error counts", (LeabraProjection p) => (p.Learn.XCal.MLrn, p.Learn.XCal.SetLLrn, p.Learn.XCal.LLrn) = (1f, true, 0f) },
    };
}
