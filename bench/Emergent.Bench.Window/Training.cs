using System.Diagnostics;
using Emergent.Networks;
using Emergent.Studio;

namespace Emergent.Bench.Window;

/// <summary>Training that is timed, alone or in a window that is watched.</summary>
internal sealed class Training : IAsyncDisposable
{
    private readonly Learner _simulation = new();
    private readonly List<long> _ends = [];
    private TaskCompletionSource _trained = new();
    private int _left;
    private StudioWindow? _window;
    private Watcher? _watcher;

    /// <summary>Frames that its watcher has read.</summary>
    public int Frames => _watcher?.Frames ?? 0;

    /// <param name="hertz">Frames a second that are read; 0: a page is there and watches nothing; null: no window at all.</param>
    public static async Task<Training> Start(double? hertz)
    {
        var training = new Training();
        if (hertz is { } rate)
        {
            training._window = await StudioWindow.Open(training._simulation, new() { Port = 0 });
            training._watcher = await Watcher.Open(training._window);
            if (rate > 0) { await training._watcher.Watch("Act", "cycle", rate); }
        }
        else { training._simulation.Initialize(); }
        training._simulation.Network.SafePoint += scale => { if (scale == TimeScale.Trial) { training.EndTrial(); } };
        return training;
    }

    /// <summary>Trains, and says how long that took (ms), from the end of a trial to the end of the last.</summary>
    public async Task<double> Time(int trials)
    {
        _ends.Clear();
        (_left, _trained) = (trials + 1, new TaskCompletionSource());
        if (_watcher is null) { _simulation.Run(); }
        else
        {
            _watcher.ForgetState();
            await _watcher.Command("run", new { mode = "Train" });
            await _trained.Task;
            await _watcher.Until("paused");
        }
        return Stopwatch.GetElapsedTime(_ends[0], _ends[trials]).TotalMilliseconds;
    }

    private void EndTrial()
    {
        _ends.Add(Stopwatch.GetTimestamp());
        if (--_left > 0) { return; }
        _simulation.Training.Stop(TimeScale.Trial);
        _trained.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (_watcher is not null) { await _watcher.DisposeAsync(); }
        if (_window is not null) { await _window.DisposeAsync(); }
    }
}
