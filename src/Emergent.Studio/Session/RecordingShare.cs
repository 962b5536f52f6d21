using System.Diagnostics;

namespace Emergent.Studio;

/// <summary>Chooses the trials of a run whose states are all recorded: as many as recording may take a share of the time for.</summary>
/// <remarks>
/// A network of 100 units passes a cycle in 1 µs, and to copy its variables takes more. To record each cycle of a run slowed such networks 14 times, for records that
/// had left the history a second later (measured 2026-11). Trials are recorded whole or not at all, since it is within them that one looks back.
/// </remarks>
/// <param name="share">Of the time, 0 … 1; 0 for no trials, 1 for all.</param>
internal sealed class RecordingShare(double share)
{
    private static readonly long MostSaved = Stopwatch.Frequency / 500;        // ticks of recording: no more at once after a rest
    private static readonly long MostOwed = 2 * Stopwatch.Frequency;           // of the run; a record that the system interrupts is not paid for ever

    private long _saved, _time;

    /// <summary>Whether the present trial is one of them.</summary>
    public bool IsChosen { get; private set; } = true;

    /// <summary>How long the last trial took.</summary>
    public long TrialTicks { get; private set; }

    /// <summary>Chooses whether the trial that begins is recorded.</summary>
    public void BeginTrial(long now)
    {
        TrialTicks = now - _time;
        _time = now;
        _saved = Math.Min(_saved + (long)(TrialTicks * share), MostSaved);
        IsChosen = share >= 1 || (share > 0 && _saved >= 0);
    }

    /// <summary>Counts what a record has taken.</summary>
    public void Count(long ticks) => _saved = Math.Max(_saved - ticks, -(long)(MostOwed * share));
}
