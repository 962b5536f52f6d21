using System.Diagnostics;
using Emergent.Networks;

namespace Emergent.Studio;

// Safe points: recording, frames, and what is told about it all.
internal sealed partial class SimulationSession
{
    private const int NewsMilliseconds = 50;   // at most 20 a second
    private const int CyclesOfFastSpike = 10, QuartersOfMinusPhase = 3;
    private static readonly long ShortTrialTicks = Stopwatch.Frequency / 100;
    private static readonly long NewsTicks = Stopwatch.Frequency * NewsMilliseconds / 1000, NewsTicksInRun = 2 * NewsTicks;   // each takes 0.4 ms of the run

    private int _networkVersion;
    private long _newsTime, _tablesTime;
    private bool _areTablesStale;           // whether something has happened that may have changed the tables that are shown
    private bool _hasStatusNews = true;
    private SessionState _told;
    private byte[]? _acted;                 // where an action's last trial was, in counts: the loops that it ran have begun afresh by its end
    private (RunMode Mode, LoopRunner Loops, IEnvironment? Environment)[] _modes = [];
    private IReadOnlyList<TimeScale> _scales = [];

    private void OnSafePoint(TimeScale scale)
    {
        if (_counters.Count(scale) && _clients.Count > 0) { _recording.BeginTrial(Now); }
        if (_isActing && scale == TimeScale.Trial) { _acted = CountersNow().ToArray(); }
        OnScale(scale);
    }

    private void OnScale(TimeScale scale)
    {
        _feed.Pass();
        if (!_posted.IsEmpty) { RunPosted(); }
        if (_clients.Count > 0 && !PassesBy(scale))
        {
            _hasStatusNews = true;
            var learns = Learns;
            if (IsAnyDue(scale, learns)) { SendFrames(scale, learns); }
            if (scale == TimeScale.Epoch && Now - _tablesTime >= Stopwatch.Frequency / 2) { RefreshTables(); }
            _areTablesStale = true;   // after the refresh: a run that ends with this epoch is logged only later
            if (Now - _newsTime >= NewsTicksInRun || _told != _stateOfSession) { SendNews(); }
        }
        if (scale < TimeScale.Epoch && _inRun)
        {
            if (_goal is { IsWithinTrial: true } goal && goal.Scale == scale && --goal.Left == 0) { WaitHere(); }
            else if (_wantsStopNow) { WaitHere(); }
        }
        if (_wantsInit || _isEnding) { throw new TrialAbandonedException(); }
    }

    /// <summary>Whether this cycle is passed by: of trials that are short and not recorded as a whole, each tenth is looked at, for to look at all takes a third of the time of a network of 100 units.</summary>
    private bool PassesBy(TimeScale scale) => scale == TimeScale.Cycle && !_recording.IsChosen && _recording.TrialTicks < ShortTrialTicks && _counters.Cycle % CyclesOfFastSpike != 0 && IsRunningFree;

    /// <summary>Whether a view is to be sent something after what is of this length. What does not change, a record of the past or a network that is not run, is sent once.</summary>
    private bool IsDue(View view, TimeScale reached, bool learns) => view.IsShown && (view.Record >= 0 || view.Feed != _feed ? view.SentState < 0 : IsAtRate(view, reached, learns));

    /// <summary>Whether a view is drawn anew after something of this length; what is shorter than a trial, at the end of trials too.</summary>
    private bool IsAtRate(View view, TimeScale reached, bool learns) => view.RateOf(learns) switch
    {
        TimeScale.Cycle => reached <= TimeScale.Trial,
        TimeScale.FastSpike => reached == TimeScale.Trial || (reached == TimeScale.Cycle && _counters.Cycle % CyclesOfFastSpike == 0),
        TimeScale.Quarter => reached is TimeScale.Quarter or TimeScale.Trial,
        TimeScale.Phase => reached == TimeScale.Trial || (reached == TimeScale.Quarter && _counters.Quarter == QuartersOfMinusPhase),
        var rate => reached == rate,
    };

    /// <summary>Whether something may be sent or recorded. For views out of sight, too, the past goes on; where all show the past, what is stepped or tested is recorded, and in a run nothing, lest what they show run away.</summary>
    private bool IsAnyDue(TimeScale reached, bool learns)
    {
        foreach (var client in _clients)
        {
            foreach (var view in client.Views.Values) { if (IsDue(view, reached, learns) || (view.Feed == _feed && (view.Record < 0 || !IsRunningFree) && IsAtRate(view, reached, learns))) { return true; } }
        }
        return false;
    }

    /// <summary>Whether what is under way is training: not what actions run but for loops of training, for they try things out.</summary>
    private bool Learns => ActiveMode() is var (mode, loops, _) && mode == RunMode.Train && (!_isActing || loops.State == LoopState.Running);

    /// <summary>Sends the state to the views that it is due for; records it for them, or because all states of the trial are recorded.</summary>
    private void SendFrames(TimeScale reached, bool learns)
    {
        var now = Now;
        if (reached > TimeScale.Trial || _recording.IsChosen || !IsRunningFree) { RecordState(_feed); }
        foreach (var client in _clients)
        {
            foreach (var view in client.Views.Values)
            {
                if (!IsDue(view, reached, learns) || now < view.DueTime || !view.HasCredit) { continue; }
                RecordState(view.Feed);
                SendFrame(client, view);
            }
        }
    }

    /// <summary>Whether a run of training goes on by itself: what is stepped, tested or about to stop is looked at more closely.</summary>
    private bool IsRunningFree => _goal is { Scale: null or > TimeScale.Trial } goal && goal.Mode == RunMode.Train && !_isStopAsked;

    /// <summary>Brings all views up to date, now that the network rests.</summary>
    private void ShowState()
    {
        foreach (var client in _clients)
        {
            foreach (var view in client.Views.Values)
            {
                if (view.SentState == view.Feed.State || (view.Record >= 0 && view.SentState >= 0)) { continue; }
                RecordState(view.Feed);
                if (view.IsShown) { SendFrame(client, view); }
            }
        }
    }

    private void RecordState(NetworkFeed feed)
    {
        if (feed.IsRecorded) { return; }
        if (!feed.History.RecordsAll && feed.Watched.Length == 0) { feed.Watched = WatchedVariables(feed); }
        var begun = Now;
        feed.Record(CountersNow());
        if (IsRunningFree) { _recording.Count(Now - begun); }
    }

    private int[] WatchedVariables(NetworkFeed feed) => [.. ViewsOf(feed).Select(v => v.VariableIndex).Where(v => v >= 0).Distinct().Order()];

    private IEnumerable<View> ViewsOf(NetworkFeed feed) => _clients.SelectMany(c => c.Views.Values).Where(v => v.Feed == feed);

    /// <summary>Sends a view what it shows, if it has credit left; else it is shown a later state.</summary>
    private void SendFrame(SessionClient client, View view)
    {
        if (!view.HasCredit) { return; }
        var feed = view.Feed;
        if (view.VariableIndex < 0)
        {
            var values = feed.Synapses(view);
            var live = new FrameHead(view.Number, view.Send(feed.State, Now), -1, feed.Version, IsNewest: true);
            client.Send(FrameWriter.Write(live, CountersNow(), values));
            return;
        }
        if (feed.History.Find(view.Record < 0 ? int.MaxValue : view.Record) is not { } record) { return; }
        var head = new FrameHead(view.Number, view.Send(feed.State, Now), record.Number, feed.Version, record == feed.History.Newest);
        var recorded = record.ValuesOf(view.VariableIndex);
        client.Send(FrameWriter.Write(head, record.Counters, recorded.IsEmpty ? feed.NoValues() : recorded));   // empty: it was not recorded then
    }

    /// <summary>Keeps what learning clears while a view shows it, and no longer.</summary>
    private void KeepWhatIsWatched()
    {
        foreach (var feed in _feeds) { feed.Keep(ViewsOf(feed).Any(v => v.IsShown && v.IsTransient)); }
    }

    private ReadOnlySpan<byte> CountersNow()
    {
        if (_acted is not null && !_inRun && !_isActing) { return _acted; }
        var (_, loops, environment) = ActiveMode();
        return _counters.Write(loops, environment, _scales[0] == TimeScale.Cycle);
    }

    /// <summary>The mode whose trial it is: that of a test, where training or an action is in the midst of one.</summary>
    private (RunMode Mode, LoopRunner Loops, IEnvironment? Environment) ActiveMode()
    {
        var active = _modes[0];
        foreach (var mode in _modes) { if (mode.Mode == _mode) { active = mode; } }
        foreach (var mode in _modes) { if (mode.Mode != _mode && (_inRun || _isActing) && mode.Loops.State == LoopState.Running) { return mode; } }
        return active;
    }

    /// <summary>Milliseconds until there is something to tell, −1 where there is nothing.</summary>
    private int UntilNews()
    {
        if (_clients.Count == 0 || !(_hasStatusNews || Array.Exists(_feeds, f => f.HasNews) || _tables.HasNews(_clients))) { return Timeout.Infinite; }
        return (int)Math.Clamp((_newsTime + NewsTicks - Now) * 1000 / Stopwatch.Frequency + 1, 1, NewsMilliseconds);
    }

    /// <summary>Tells the pages what has changed, if it was not done just before: a change of state at once.</summary>
    private void SendNews()
    {
        if (_clients.Count == 0 || (Now - _newsTime < NewsTicks && _told == _stateOfSession)) { return; }
        _newsTime = Now;
        if (_hasStatusNews)
        {
            if (_form.TakeOutputs() is { Count: > 0 } outputs) { Broadcast(new ValuesMessage(outputs)); }
            Broadcast(Status());
            _told = _stateOfSession;
        }
        foreach (var feed in _feeds)
        {
            if (feed.HasNews) { Broadcast(History(feed)); }
            feed.HasNews = false;
        }
        _hasStatusNews = false;
        foreach (var client in _clients) { _tables.Send(client); }
    }

    /// <summary>Looks for changes in the tables that are shown: at the end of epochs, and when the network rests.</summary>
    private void RefreshTables()
    {
        (_areTablesStale, _tablesTime) = (false, Now);
        foreach (var complaint in _tables.Refresh(_clients)) { Log("error", complaint); }
    }

    private HistoryMessage History(NetworkFeed feed)
    {
        var (bounds, history) = (new Dictionary<string, float[]>(StringComparer.Ordinal), feed.History);
        history.BoundsOf(WatchedVariables(feed), (variable, min, max) => bounds[feed.Network.UnitVariables[variable].Name] = [min, max]);
        return new(feed.Version, history.First, history.Count, history.Bytes, history.Budget, bounds);
    }

    private StatusMessage Status()
    {
        var (mode, loops, environment) = ActiveMode();
        var counters = loops.Stack.Loops.ToDictionary(l => l.Scale.ToString(), l => l.Current);
        foreach (var scale in _scales.Where(s => s < TimeScale.Trial))
        {
            counters.TryAdd(scale.ToString(), scale == TimeScale.Cycle ? _counters.Cycle : _counters.Quarter);
        }
        var (share, remaining) = HowFar();
        return new(
            _stateOfSession.ToString().ToLowerInvariant(), Words(mode), mode.Name, counters, environment?.TrialName ?? "", _simulation.Status(mode, hasCounts: false), share, remaining,
            _form.Pending.Count + (_simulation.Seed == _seed ? 0 : 1), _form.CanUndo, _form.CanRedo, _message);
    }

    private (double Share, double? Remaining) HowFar()
    {
        try
        {
            var progress = _simulation.Progress();
            var elapsed = progress.Elapsed - _waited;   // the clock of the simulation does not know of waiting in the middle of a trial
            return (progress.Share, progress.Share > 0 && elapsed > TimeSpan.Zero ? elapsed.TotalSeconds * ((1 - progress.Share) / progress.Share) : null);
        }
        catch (EmergentException) { return (0, null); }   // loops of a model's own need not have runs and epochs
    }

    private string Words(RunMode mode) => _stateOfSession switch
    {
        SessionState.Ready => "Ready",
        SessionState.Running => mode == RunMode.Train ? "Training" : $"Running {mode}",
        SessionState.Stopping => "Stopping",
        SessionState.Paused when IsWithinTrial => $"Stopped within a trial of {mode}",
        SessionState.Paused => $"{mode} is paused",
        SessionState.Finished => $"{mode} is finished",
        _ => "Ended by an error",
    };
}
