using System.Diagnostics;

namespace Emergent.Data;

/// <summary>A stopwatch that counts how often it was used, and so knows the average.</summary>
/// <remarks>Source: emergent timer, Time. For a single time, .NET's <see cref="Stopwatch"/> does.</remarks>
public sealed class AverageTimer
{
    private long _started, _ticks;

    /// <summary>Whether it was started and not yet stopped.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>How many times were taken.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of all times taken.</summary>
    public TimeSpan Total => Stopwatch.GetElapsedTime(0, _ticks);

    /// <summary>The average of all times taken; zero when there is none.</summary>
    public TimeSpan Average => Count == 0 ? TimeSpan.Zero : Total / Count;

    /// <summary>Begins to take a time; one that was begun before and not stopped is forgotten.</summary>
    public void Start() => (_started, IsRunning) = (Stopwatch.GetTimestamp(), true);

    /// <summary>Ends the time that <see cref="Start"/> began, and adds it.</summary>
    /// <returns>The time taken.</returns>
    /// <exception cref="InvalidOperationException">It is not running.</exception>
    public TimeSpan Stop()
    {
        if (!IsRunning) { throw new InvalidOperationException("The timer is not running, so there is no time to take. Call Start first."); }
        var ticks = Stopwatch.GetTimestamp() - _started;
        _ticks += ticks;
        Count++;
        IsRunning = false;
        return Stopwatch.GetElapsedTime(0, ticks);
    }

    /// <summary>Forgets all times.</summary>
    public void Reset() => (_ticks, Count, IsRunning) = (0, 0, false);
}
