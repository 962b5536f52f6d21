namespace Emergent.Networks;

/// <summary>One loop of a simulation: what it counts, how often it is run, and what happens at the start and end of each pass.</summary>
/// <remarks>
/// A pass is: the <see cref="Events"/> of its number, <see cref="OnStart"/>, then all passes of the loop within, then <see cref="OnEnd"/>. No further
/// pass follows when <see cref="Maximum"/> is reached, when one of <see cref="IsDone"/> holds after a pass, or when <see cref="Next"/> does not hold
/// before one. Source: emergent looper, Loop and Counter.
/// </remarks>
public sealed class Loop
{
    private bool _isDone;

    internal Loop(TimeScale scale, int maximum, string stack)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        (Scale, Maximum) = (scale, maximum);
        Events = new($"The events of loop {scale} of {stack}");
        OnStart = new($"The start of loop {scale} of {stack}");
        OnEnd = new($"The end of loop {scale} of {stack}");
        IsDone = new($"The conditions of loop {scale} of {stack}");
    }

    /// <summary>What is counted: runs, epochs, trials.</summary>
    public TimeScale Scale { get; }

    /// <summary>How far is counted from <see cref="First"/>, which is how many passes there are at most if each counts one; 0 for no limit.</summary>
    public int Maximum { get; set; }

    /// <summary>The number of the first pass, 0 or more; to be set before the loop is run.</summary>
    public int First
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
            if (Phase == LoopPhase.Closed) { Current = value; }
        }
    }

    /// <summary>How much each pass counts: 1, or more where a pass stands for several.</summary>
    public int Increment
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>The number of the present pass, from <see cref="First"/>; between passes, of the next.</summary>
    public int Current { get; private set; }

    /// <summary>What is done before the pass of a certain number, such as the first cycle of the plus phase.</summary>
    public LoopEntries<LoopEvent> Events { get; }

    /// <summary>What is done at the start of each pass, in order.</summary>
    public LoopEntries<LoopFunction> OnStart { get; }

    /// <summary>What is done at the end of each pass, in order.</summary>
    public LoopEntries<LoopFunction> OnEnd { get; }

    /// <summary>Conditions that end the loop, looked at after each pass.</summary>
    public LoopEntries<LoopCondition> IsDone { get; }

    /// <summary>Goes on to what the next pass is about, and says whether there is one; null where passes are only counted.</summary>
    public LoopCondition? Next { get; set; }

    internal LoopPhase Phase { get; set; }

    /// <summary>Which of the functions of the present phase comes next.</summary>
    internal int Position { get; set; }

    /// <summary>Whether the loops at <see cref="Position"/> have been entered and wait to be continued.</summary>
    internal bool IsWithin { get; set; }

    /// <summary>Whether it is known, without going on, that no pass follows.</summary>
    internal bool IsExhausted => _isDone || (Maximum > 0 && Current - First >= Maximum);

    internal void Reset() => (Current, _isDone, Phase, Position, IsWithin) = (First, false, LoopPhase.Closed, 0, false);

    internal bool TryOpen()
    {
        if (IsExhausted || (Next is not null && !Next.Holds())) { return false; }
        Enter(LoopPhase.Starting);
        return true;
    }

    internal void CallEvents()
    {
        for (var i = 0; i < Events.Count; i++) { Events[i].CallAt(Current); }
    }

    internal void Enter(LoopPhase phase) => (Phase, Position) = (phase, 0);

    internal void Close()
    {
        Phase = LoopPhase.Closed;
        for (var i = 0; i < IsDone.Count && !_isDone; i++) { _isDone = IsDone[i].Holds(); }
        Current += Increment;
    }
}

/// <summary>Where in a pass a loop is.</summary>
internal enum LoopPhase { Closed, Starting, Inside, Ending }
