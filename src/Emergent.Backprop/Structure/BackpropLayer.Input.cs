using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop;

// Patterns, and how far the layer is from its target.
public partial class BackpropLayer : IScored
{
    /// <summary>The value of the error function in the last trial.</summary>
    /// <exception cref="EmergentException">No target has been presented.</exception>
    public double TrialError
    {
        get
        {
            RequireTarget();
            var sum = 0.0;
            for (var pool = 0; pool < PoolsOrOne; pool++)
            {
                var (start, count) = (pool * UnitsPerPool, UnitsPerPool);
                ReadOnlySpan<float> act = Column(State.Act).Slice(start, count), net = Column(State.Net).Slice(start, count), targ = Column(State.Targ).Slice(start, count);
                if (Error.Function == ErrorFunction.CrossEntropy) { sum += CrossEntropy.Of(Act.Function, net, targ); }
                else { for (var i = 0; i < count; i++) { sum += 0.5 * ((double)targ[i] - act[i]) * ((double)targ[i] - act[i]); } }
            }
            return sum;
        }
    }

    /// <summary>The cosine between activations and targets, each less its mean, −1…1; emergent's CosDiff.</summary>
    /// <exception cref="EmergentException">No target has been presented.</exception>
    public float Agreement
    {
        get
        {
            RequireTarget();
            ReadOnlySpan<float> act = Column(State.Act), targ = Column(State.Targ);
            double actMean = Mean(act), targMean = Mean(targ), product = 0, acts = 0, targs = 0;
            for (var i = 0; i < act.Length; i++)
            {
                double a = act[i] - actMean, t = targ[i] - targMean;
                product += a * t;
                acts += a * a;
                targs += t * t;
            }
            var norm = Math.Sqrt(acts * targs);
            return (float)(norm > 0 ? product / norm : 0);
        }
    }

    /// <summary>The mean activation of the units in the last trial; logs average it over the trials of an epoch.</summary>
    public float AverageActivity
    {
        get
        {
            RequireUnits();
            return (float)Mean(Column(State.Act));
        }
    }

    internal bool HasInput { get; private set; }

    internal bool HasTarget { get; private set; }

    /// <summary>The sum of squared differences of targets and activations of the last trial.</summary>
    /// <param name="tolerance">Differences smaller than this count as none; 0.5 counts units on the wrong side.</param>
    /// <returns>The sum, and the mean over units.</returns>
    /// <exception cref="EmergentException">No target has been presented.</exception>
    public (double Sum, double Mean) SquaredError(float tolerance = 0.5f)
    {
        RequireTarget();
        ReadOnlySpan<float> act = Column(State.Act), targ = Column(State.Targ);
        var sum = 0.0;
        for (var i = 0; i < act.Length; i++)
        {
            var difference = targ[i] - act[i];
            if (MathF.Abs(difference) >= tolerance) { sum += (double)(difference * difference); }
        }
        return (sum, sum / UnitCount);
    }

    /// <summary>Takes away external input and targets.</summary>
    internal void ClearInput()
    {
        Column(State.Ext).Clear();
        Column(State.Targ).Clear();
        (HasInput, HasTarget) = (false, false);
    }

    /// <inheritdoc/>
    protected override void CheckValues(ReadOnlySpan<float> pattern, Shape shape)
    {
        if (Kind is not (LayerKind.Target or LayerKind.Compare) || Error.Function != ErrorFunction.CrossEntropy) { return; }
        var (min, max) = CrossEntropy.Targets(Act.Function);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] >= min && pattern[i] <= max) { continue; }
            var range = max < float.MaxValue ? $"within {min}…{max}" : "of 0 or more";
            throw new EmergentException($"Pattern '{Name}' has the value {pattern[i]} at element {i}; cross-entropy of {Act.Function} units needs targets {range}. Scale the pattern, or set Error.Function to SquaredError.");
        }
    }

    /// <inheritdoc/>
    protected override void PresentCore(ReadOnlySpan<float> pattern, Shape shape)
    {
        var isTarget = Kind is LayerKind.Target or LayerKind.Compare;
        var values = Column(isTarget ? State.Targ : State.Ext);
        for (var i = 0; i < pattern.Length; i++) { values[UnitOf(i, shape)] = pattern[i]; }
        if (isTarget) { HasTarget = true; }
        else { HasInput = true; }
    }

    private static double Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values) { sum += value; }
        return sum / values.Length;
    }

    private void RequireUnits()
    {
        if (Network is not { IsBuilt: true }) { throw new EmergentException($"Layer '{Name}' has no units yet: its network is not built. Call Build() or Initialize(seed) first."); }
    }

    private void RequireTarget()
    {
        RequireUnits();
        if (!HasTarget) { throw new EmergentException($"Layer '{Name}' has no target that it could be scored against. Present a pattern to it, as to a Target or Compare layer, before the trial."); }
    }
}
