namespace Emergent.Networks;

/// <summary>A layer, or a measure of a model's own, that can say how far what was done is from what should have been done.</summary>
public interface IScored
{
    /// <summary>The squared error of the last trial, over all units.</summary>
    /// <param name="tolerance">Differences smaller than this count as none.</param>
    /// <returns>The sum, and the mean over units.</returns>
    (double Sum, double Mean) SquaredError(float tolerance = 0.5f);

    /// <summary>How well what the layer did agrees with what it should have done in the last trial, as a cosine, −1…1.</summary>
    float Agreement { get; }

    /// <summary>The layer's average activity, as its algorithm keeps it over trials.</summary>
    float AverageActivity { get; }
}
