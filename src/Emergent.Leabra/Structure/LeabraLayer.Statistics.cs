using Emergent.Networks;

namespace Emergent.Leabra;

// What can be said of the last trial.
public partial class LeabraLayer : IScored
{
    /// <summary>The squared error of the minus phase against the plus phase, or against the target in a Compare layer.</summary>
    /// <remarks>Equation: Σ d² over units with |d| ≥ tolerance, d = ActP − ActM, summed in double. Source: emergent leabra, layer.go, MSE.</remarks>
    /// <param name="tolerance">Differences smaller than this count as none; 0.5 counts units on the wrong side.</param>
    /// <returns>The sum, and the mean over units.</returns>
    public (double Sum, double Mean) SquaredError(float tolerance = 0.5f)
    {
        RequireNetwork();
        var minus = Column(State.ActM);
        var wanted = Column(Kind == LayerKind.Compare ? State.Targ : State.ActP);
        var sum = 0.0;
        for (var r = 0; r < LiveUnits.Count; r++)
        {
            var (start, count) = LiveUnits[r];
            for (var unit = start; unit < start + count; unit++)
            {
                var difference = wanted[unit] - minus[unit];
                if (MathF.Abs(difference) < tolerance) { continue; }
                sum += (double)(difference * difference);
            }
        }
        return (sum, sum / UnitCount);
    }

    /// <inheritdoc/>
    public float Agreement => CosDiff.Cos;

    /// <summary>The running average activity of the plus phase, as it scales projections: what emergent logs as ActAvg.</summary>
    public float AverageActivity => _pools.Length == 0 ? 0f : _pools[0].ActPAvgEff;
}
