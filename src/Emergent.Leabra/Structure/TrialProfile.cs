using System.Diagnostics;

namespace Emergent.Leabra;

/// <summary>How long each step of a trial takes, summed over cycles and trials; off unless asked for.</summary>
public sealed class TrialProfile
{
    private readonly long[] _ticks = new long[Enum.GetValues<TrialStep>().Length];
    private long _last;

    /// <summary>Milliseconds spent in a step.</summary>
    public double Milliseconds(TrialStep step) => _ticks[(int)step] * 1000.0 / Stopwatch.Frequency;

    internal void Begin() => _last = Stopwatch.GetTimestamp();

    internal void End(TrialStep step)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[(int)step] += now - _last;
        _last = now;
    }
}
