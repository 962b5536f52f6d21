using System.Text;

namespace Emergent.Networks;

/// <summary>Runs the loops of a stack: on to the end, some steps further, or until it is asked to stop.</summary>
/// <remarks>
/// Where it stands is kept in the loops themselves, so that stepping does exactly what running does, whatever the steps.
/// A runner belongs to one thread; only <see cref="Stop"/> may be called from others. Source: emergent looper, Stack.
/// </remarks>
public sealed class LoopRunner
{
    private const int NoStop = -1;

    private int _depth = -1;   // the innermost loop that is in a pass
    private volatile int _stopScale = NoStop;

    /// <summary>A runner of a stack of loops.</summary>
    public LoopRunner(LoopStack stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        Stack = stack;
    }

    /// <summary>The loops.</summary>
    public LoopStack Stack { get; }

    /// <summary>What the runner is doing.</summary>
    public LoopState State
    {
        get;
        private set
        {
            if (field == value) { return; }
            field = value;
            StateChanged?.Invoke(value);
        }
    }

    /// <summary>Called when <see cref="State"/> has changed, on the thread that runs: to say that it has paused, finished or failed.</summary>
    public event Action<LoopState>? StateChanged;

    /// <summary>Whether it is within loops that another stack runs and that have stopped in the middle, such as a test within training.</summary>
    public bool IsPausedWithin(LoopRunner loops) => State == LoopState.Paused && Stack.Loops.Any(l => l.IsWithin && FunctionAt(l).Loops == loops);

    /// <summary>Goes back to before the first pass.</summary>
    public void Reset()
    {
        for (var i = 0; i < Stack.Loops.Count; i++) { Stack.Loops[i].Reset(); }
        (_depth, _stopScale, State) = (-1, NoStop, LoopState.Ready);
    }

    /// <summary>Runs on to the end, or until it is stopped: from the beginning, or from where it paused.</summary>
    /// <returns>Finished or Paused.</returns>
    /// <exception cref="EmergentException">An error ended it before, or it is running already.</exception>
    public LoopState Run() => Advance(0, default, limit: null);

    /// <summary>Runs on until so many passes have ended, the loops have, or it is stopped.</summary>
    /// <param name="count">How many passes.</param>
    /// <param name="scale">Of which loop.</param>
    /// <returns>Finished or Paused.</returns>
    /// <exception cref="EmergentException">There is no loop over this time scale, an error ended it before, or it is running already.</exception>
    public LoopState Step(int count, TimeScale scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Advance(count, Stack[scale].Scale, limit: null);
    }

    /// <summary>Asks to stop when the present pass of a loop ends, or that of a loop around it; from any thread.</summary>
    /// <remarks>A request that comes before it runs holds for the next time it does.</remarks>
    public void Stop(TimeScale scale = TimeScale.Trial)
    {
        _stopScale = (int)scale;
        foreach (var loop in Stack.Loops)
        {
            for (var i = 0; i < loop.OnStart.Count; i++) { loop.OnStart[i].Loops?.Stop(scale); }
            for (var i = 0; i < loop.OnEnd.Count; i++) { loop.OnEnd[i].Loops?.Stop(scale); }
        }
    }

    /// <summary>The whole program as nested text: each loop, how often it is run, and what it does in which order.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        Describe(text, "");
        return text.ToString();
    }

    private LoopState Advance(int steps, TimeScale stepScale, TimeScale? limit)
    {
        if (State == LoopState.Failed) { throw new EmergentException($"{Stack.Mode} was ended by an error and cannot go on from there. Initialize() starts afresh."); }
        if (State == LoopState.Running) { throw new EmergentException($"{Stack.Mode} is running already. Stop it first, or wait for its end."); }
        State = LoopState.Running;
        try
        {
            State = RunOn(steps, stepScale, limit) ? LoopState.Finished : LoopState.Paused;
        }
        catch
        {
            State = LoopState.Failed;
            throw;
        }
        finally
        {
            ForgetStop();
        }
        return State;
    }

    // Of loops within too: a stop that the loops around them have heeded would else end the next test at its first trial.
    private void ForgetStop()
    {
        _stopScale = NoStop;
        foreach (var loop in Stack.Loops)
        {
            for (var i = 0; i < loop.OnStart.Count; i++) { loop.OnStart[i].Loops?.ForgetStop(); }
            for (var i = 0; i < loop.OnEnd.Count; i++) { loop.OnEnd[i].Loops?.ForgetStop(); }
        }
    }

    /// <summary>Runs on; whether that was to the end.</summary>
    /// <param name="steps">After how many passes to pause; 0 for none.</param>
    /// <param name="stepScale">The loop whose passes are counted.</param>
    /// <param name="limit">The loop that runs this stack from within, if one does: it stops by itself at its own time scale and above.</param>
    private bool RunOn(int steps, TimeScale stepScale, TimeScale? limit)
    {
        var loops = Stack.Loops;
        while (true)
        {
            if (_depth < 0)
            {
                if (loops.Count == 0 || !Open(0)) { return true; }
                _depth = 0;
            }
            var loop = loops[_depth];
            if (loop.Phase == LoopPhase.Starting)
            {
                if (!Call(loop, loop.OnStart)) { return false; }
                loop.Enter(LoopPhase.Inside);
            }
            if (loop.Phase == LoopPhase.Inside)
            {
                if (_depth + 1 < loops.Count && Open(_depth + 1))
                {
                    _depth++;
                    continue;
                }
                loop.Enter(LoopPhase.Ending);
            }
            if (!Call(loop, loop.OnEnd)) { return false; }
            loop.Close();
            _depth--;
            var isPause = (loop.Scale == stepScale && --steps == 0) || IsStopDue(loop.Scale, limit);
            if (isPause) { return _depth < 0 && loops[0].IsExhausted; }
        }
    }

    private bool Open(int depth)
    {
        if (!Stack.Loops[depth].TryOpen()) { return false; }
        for (var i = depth + 1; i < Stack.Loops.Count; i++) { Stack.Loops[i].Reset(); }
        Stack.Loops[depth].CallEvents();
        return true;
    }

    /// <summary>Calls the functions of a phase from where it stands; false when loops among them have been stopped.</summary>
    private static bool Call(Loop loop, LoopEntries<LoopFunction> functions)
    {
        for (; loop.Position < functions.Count; loop.Position++)
        {
            var function = functions[loop.Position];
            if (!loop.IsWithin && function.When is { } when && !when()) { continue; }
            if (function.Loops is not { } inner)
            {
                function.Call();
                continue;
            }
            if (!loop.IsWithin) { inner.Reset(); }
            loop.IsWithin = true;
            if (inner.Advance(0, default, loop.Scale) == LoopState.Paused) { return false; }
            loop.IsWithin = false;
        }
        return true;
    }

    private bool IsStopDue(TimeScale closed, TimeScale? limit) =>
        _stopScale != NoStop && (int)closed >= _stopScale && (limit is null || _stopScale < (int)limit);

    private static LoopFunction FunctionAt(Loop loop) => (loop.Phase == LoopPhase.Starting ? loop.OnStart : loop.OnEnd)[loop.Position];

    private void Describe(StringBuilder text, string indent)
    {
        text.Append($"{indent}{Stack.Mode}\n");
        foreach (var loop in Stack.Loops)
        {
            indent += "  ";
            string[] ends = [.. loop.First > 0 ? [$"from {loop.First}"] : Array.Empty<string>(), .. loop.Increment > 1 ? [$"by {loop.Increment}"] : Array.Empty<string>(),
                .. loop.Maximum > 0 ? [$"at most {loop.Maximum}"] : Array.Empty<string>(),
                .. loop.Next is { } next ? [$"while {next.Name}"] : Array.Empty<string>(), .. loop.IsDone.Select(c => $"until {c.Name}")];
            text.Append($"{indent}{loop.Scale}{(ends.Length > 0 ? $" ({string.Join(", ", ends)})" : "")}\n");
            foreach (var moment in loop.Events) { text.Append($"{indent}  at {moment.At}: {moment.Name}\n"); }
            Describe(text, loop.OnStart, $"{indent}  start: ", $"{indent}  ");
        }
        foreach (var loop in Stack.Loops.Reverse())
        {
            Describe(text, loop.OnEnd, $"{indent}  end: ", $"{indent}  ");
            indent = indent[..^2];
        }
    }

    private static void Describe(StringBuilder text, LoopEntries<LoopFunction> functions, string start, string indent)
    {
        foreach (var function in functions)
        {
            text.Append($"{start}{function.Name}\n");
            function.Loops?.Describe(text, indent + "  ");
        }
    }
}
