using System.Collections.Concurrent;
using System.Diagnostics;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>A simulation with the thread that owns it: it does what pages ask for, at safe points, and tells them how it is.</summary>
/// <remarks>
/// All but <see cref="Start"/>, <see cref="Post"/> and <see cref="Dispose"/> belongs to the simulation's thread. Where it runs, others have their work done at the next safe point;
/// stopping in the middle of a trial is waiting there. So watching changes no result.
/// </remarks>
internal sealed partial class SimulationSession : IDisposable
{
    private const int StackBytes = 16 << 20;   // models may recurse; the program's own thread has 8 MB

    private readonly Simulation _simulation;
    private readonly Thread _thread;
    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SessionClient> _clients = [];
    private readonly ParameterForm _form;
    private readonly TableFeed _tables = new();
    private readonly long _historyBytes;
    private readonly RecordingShare _recording;
    private readonly CounterText _counters = new();
    private readonly Action<TimeScale> _onSafePoint;
    private IReadOnlyList<SimulationAction> _actions = [];
    private NetworkFeed[] _feeds = [];
    private NetworkFeed _feed = null!;      // of the network that is run; there is one from the first Init on
    private long _seed;                     // of the last Init
    private RunMode _mode = RunMode.Train;
    private SessionState _stateOfSession = SessionState.Ready;
    private string _message = "";
    private volatile bool _isEnding;

    public SimulationSession(Simulation simulation, long historyBytes, double recordingShare)
    {
        _simulation = simulation;
        _form = new ParameterForm(simulation);
        _historyBytes = historyBytes;
        _recording = new RecordingShare(recordingShare);
        _onSafePoint = OnSafePoint;
        simulation.EpochEnded += _ => OnScale(TimeScale.Epoch);
        simulation.RunEnded += _ => OnScale(TimeScale.Run);
        _thread = new Thread(Main, StackBytes) { IsBackground = true, Name = "Simulation" };
    }

    /// <summary>Initializes the simulation on its thread.</summary>
    /// <returns>Ends when that is done.</returns>
    /// <exception cref="EmergentException">The model is wrong; the message says where.</exception>
    public Task Start()
    {
        _thread.Start();
        return _started.Task;
    }

    /// <summary>Has something done on the simulation's thread at the next safe point; from any thread.</summary>
    public void Post(Action work)
    {
        _posted.Enqueue(work);
        _wake.Set();
    }

    /// <summary>Ends the thread, in the middle of a trial if it must be.</summary>
    public void Dispose()
    {
        _isEnding = true;
        _wake.Set();
        if (_thread.IsAlive && _thread != Thread.CurrentThread) { _thread.Join(TimeSpan.FromSeconds(2)); }
    }

    private void Main()
    {
        try
        {
            _simulation.Initialize();
            _actions = _simulation.Actions;
            Begin();
            _started.SetResult();
            Post(() => ProtocolJson.Message(Greeting()));   // for nobody: while the browser starts, what the first page needs is compiled
        }
        catch (Exception e)
        {
            _started.SetException(e);
            return;
        }
        while (!_isEnding)
        {
            try
            {
                RunPosted();
                if (_wantsInit) { Initialize(); }
                else if (_goal is not null) { Advance(); }
                else { Rest(); }
            }
            catch (TrialAbandonedException) { /* an action ran a trial, and Init came in its midst */ }
            catch (Exception e) { Fail(e); }
        }
        foreach (var feed in _feeds) { feed.Dispose(); }
    }

    /// <summary>Does what has been posted; an error in it is its own affair.</summary>
    private void RunPosted()
    {
        while (!_isEnding && _posted.TryDequeue(out var work)) { work(); }
    }

    /// <summary>Shows the pages where it stands, and waits for something to do.</summary>
    private void Rest()
    {
        ShowState();
        if (_areTablesStale && _clients.Count > 0) { RefreshTables(); }
        SendNews();
        if (_posted.IsEmpty && !_isEnding) { _wake.WaitOne(UntilNews()); }
    }

    /// <summary>Starts afresh.</summary>
    private void Initialize()
    {
        _wantsInit = false;
        (_goal, _isStopAsked, _inRun) = (null, false, false);
        string? error = null;
        try
        {
            _simulation.Initialize();
            Begin();
            SetState(SessionState.Ready);
        }
        catch (Exception e) when (e is not TrialAbandonedException) { error = Fail(e); }
        foreach (var (client, id) in _initRequests)
        {
            if (error is null) { client.Send(new DoneMessage(id, null)); }
            else { client.Send(new ErrorMessage(id, error)); }
        }
        _initRequests.Clear();
        DoBetweenTrials();
        TellValues();
    }

    /// <summary>Takes note of what the simulation has been initialized with.</summary>
    private void Begin()
    {
        var (networks, before) = (_simulation.Networks, _feed);
        var areNew = !networks.SequenceEqual(_feeds.Select(f => f.Network));
        if (areNew)
        {
            foreach (var feed in _feeds) { feed.Dispose(); }
            _feeds = [.. networks.Select(n => new NetworkFeed(n, ++_networkVersion, _historyBytes / networks.Count))];
        }
        _feed = _feeds.Single(f => f.Network == _simulation.Network);
        if (_feed != before)
        {
            before?.Network.SafePoint -= _onSafePoint;
            _feed.Network.SafePoint += _onSafePoint;
        }
        _modes = [.. _simulation.Modes.Select(m => (m, _simulation.LoopsOf(m), _simulation.EnvironmentOf(m)))];
        _scales = _feed.Network.SafePointScales;
        _feed.Begin();
        _counters.Reset();
        _acted = null;
        var tables = _tables.Tables;
        _tables.Begin(_simulation);
        _areTablesStale = true;
        if (!tables.SequenceEqual(_tables.Tables)) { Broadcast(new TablesMessage(_tables.Tables)); }
        (_seed, _waited) = (_simulation.Seed, default);
        if (_form.Begin(_feed.Network, networks)) { Broadcast(new FormMessage(_form.Fields, _form.Values)); }
        if (!_simulation.Modes.Contains(_mode)) { _mode = _simulation.Modes[0]; }
        KeepWhatIsWatched();
        if (_feed == before) { return; }
        Broadcast(NetworksNow());
        foreach (var client in _clients)
        {
            foreach (var view in client.Views.Values) { if (view.Request is { } request && (areNew || request.Network.Length == 0)) { Watch(client, view, request); } }
        }
    }

    private NetworksMessage NetworksNow() => new([.. _feeds.Select(NetworkDescription.Of)], Array.IndexOf(_feeds, _feed));

    /// <summary>The network of a name, or where there is none the one that is run.</summary>
    /// <exception cref="EmergentException">There is no such network.</exception>
    private NetworkFeed FeedOf(string network) => network.Length == 0 ? _feed : Array.Find(_feeds, f => f.Network.Name == network)
        ?? throw new EmergentException($"There is no network '{network}'. {Names.DidYouMean(network, _feeds.Select(f => f.Network.Name))}");

    private string Fail(Exception e)
    {
        _message = e is EmergentException ? e.Message : $"Unexpected {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}";
        (_goal, _isStopAsked) = (null, false);
        SetState(SessionState.Failed);
        Log("error", _message);
        return _message;
    }

    private void SetState(SessionState state)
    {
        if (state != SessionState.Failed) { _message = ""; }
        _stateOfSession = state;
        _hasStatusNews = true;
    }

    private void Log(string level, string text) => Broadcast(new LogMessage(DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"), level, text));

    private void Broadcast<T>(T message)
    {
        if (_clients.Count == 0) { return; }
        var text = ProtocolJson.Message(message);
        foreach (var client in _clients) { client.Send(text); }
    }

    private static long Now => Stopwatch.GetTimestamp();
}
