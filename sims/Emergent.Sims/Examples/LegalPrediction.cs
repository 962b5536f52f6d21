using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>The error of a prediction where several things may come: it is right when it names one of them, or more, and nothing else.</summary>
/// <remarks>Equation: Σ ActM of units that are above the tolerance and not legal, plus 1 if no legal unit is above 0.4. Source: emergent leabra, examples/deep_fsa.</remarks>
/// <param name="prediction">The layer that predicts; its minus phase counts.</param>
/// <param name="legal">A layer of as many units that shows what may come.</param>
internal sealed class LegalPrediction(LeabraLayer prediction, LeabraLayer legal) : IScored
{
    private const float Named = 0.4f;   // two predictions at once share the activity, so less than half will do

    public float Agreement => prediction.Agreement;

    public float AverageActivity => prediction.AverageActivity;

    public (double Sum, double Mean) SquaredError(float tolerance = 0.5f)
    {
        ReadOnlySpan<float> predicted = prediction.Units("ActM"), allowed = legal.Units("Ext");
        var (sum, isAnyNamed) = (0.0, false);
        for (var unit = 0; unit < predicted.Length; unit++)
        {
            if (allowed[unit] > 0f) { isAnyNamed |= predicted[unit] > Named; }
            else if (predicted[unit] > tolerance) { sum += predicted[unit]; }
        }
        if (!isAnyNamed) { sum++; }
        return (sum, sum / predicted.Length);
    }

    public override string ToString() => prediction.Name;
}
