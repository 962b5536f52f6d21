using System.Text.Json;
using Emergent.Networks;

namespace Emergent.Studio;

// Running, stepping and stopping.
internal sealed partial class SimulationSession
{
    private readonly List<(SessionClient Client, JsonElement Id)> _initRequests = [];
    private readonly List<Action> _betweenTrials = [];
    private Goal? _goal;
    private TimeScale? _callScale;      // of the step that the loops are in; null while they run on
    private bool _inRun;                // whether the loops are running, be it that they wait at a safe point
    private bool _isWaiting, _wantsStopNow, _isStopAsked, _wantsInit;
    private bool _isInterrupted;        // the loops were asked to stop so that they can be run otherwise
    private bool _isRedirected;         // the goal changed while the loops were in a call
    private bool _isActing;             // whether an action is under way, which may run trials of its own
    private TimeSpan _waited;

    private bool IsWithinTrial => _inRun && _isWaiting;

    /// <summary>Whether the loops have stopped in the middle of others that they run, such as a test within training.</summary>
    private bool IsWithinTest => Array.Exists(_modes, m => _simulation.LoopsOf(_mode).IsPausedWithin(m.Loops));

    /// <summary>Works towards the goal until it is reached, stopped or fails.</summary>
    private void Advance()
    {
        if (_stateOfSession != SessionState.Stopping) { SetState(SessionState.Running); }
        var (isFinished, isHeld) = (false, false);
        try
        {
            while (_goal is { } begun && !_wantsInit && !_isEnding)
            {
                (_isInterrupted, _isRedirected) = (false, false);
                if (_betweenTrials.Count > 0) { Interrupt(); }
                var passes = PassesOf(begun.Mode);
                isFinished = Call(begun) == LoopState.Finished;
                // An action may want the test that training is in the midst of: it waits for its end.
                var wasHeld = isHeld;
                isHeld = _betweenTrials.Count > 0 && !_isStopAsked && IsWithinTest;
                if (isHeld) { continue; }
                var isStep = IsStep(passes, wasHeld);
                DoBetweenTrials();
                if (_goal is not { } goal) { break; }
                if (isFinished || _isStopAsked || (isStep && --goal.Left == 0) || IsStoppedByModel()) { _goal = null; }
            }
        }
        catch (TrialAbandonedException) { return; }
        catch (Exception e)
        {
            Fail(e);
            DoBetweenTrials();
            return;
        }
        (_goal, _isStopAsked, _wantsStopNow) = (null, false, false);
        DoBetweenTrials();
        SetState(isFinished ? SessionState.Finished : SessionState.Paused);
        TellValues();
    }

    /// <summary>Runs the loops towards a goal: on, or by one pass.</summary>
    private LoopState Call(Goal goal)
    {
        _mode = goal.Mode;
        _callScale = goal.IsWithinTrial ? null : goal.Scale;
        (_inRun, _acted) = (true, null);
        try
        {
            return (goal.Mode == RunMode.Train, _callScale) switch
            {
                (true, null) => _simulation.Run(),
                (true, { } scale) => _simulation.Step(1, scale),
                (false, null) => _simulation.Test(goal.Mode),
                (false, { } scale) => _simulation.StepTest(1, scale, goal.Mode),
            };
        }
        finally { _inRun = false; }
    }

    /// <summary>Whether what has ended was a step towards the goal.</summary>
    /// <param name="passes">The passes of the loops before.</param>
    /// <param name="wasHeld">Whether it was the end of a test that an action waited for.</param>
    private bool IsStep(int[] passes, bool wasHeld)
    {
        if (_goal is not { Scale: { } scale, IsWithinTrial: false }) { return false; }
        if (!_isInterrupted) { return _callScale == scale; }
        // An interruption stops at the end of a trial, which is a step of trials, and of something longer where that ended with it.
        var loop = _simulation.LoopsOf(_mode).Stack.Loops.Select(l => l.Scale).ToList().IndexOf(scale);
        return (scale == TimeScale.Trial && !wasHeld) || (loop >= 0 && PassesOf(_mode)[loop] != passes[loop]);
    }

    private int[] PassesOf(RunMode mode) => [.. _simulation.LoopsOf(mode).Stack.Loops.Select(l => l.Current)];

    /// <summary>Whether the loops stopped though nobody here had asked them to.</summary>
    private bool IsStoppedByModel() => _callScale is null && !_isInterrupted && !_isRedirected;

    private void Run(RunMode mode) => Pursue(new Goal(RequireMode(mode)));

    private void Step(RunMode mode, TimeScale scale, int count)
    {
        RequireMode(mode);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!ScalesOf(mode).Contains(scale)) { throw new EmergentException($"{mode} has no steps of a {scale}; it has {string.Join(", ", ScalesOf(mode))}."); }
        Pursue(new Goal(mode, scale, count));
    }

    private void Pursue(Goal goal)
    {
        if (_stateOfSession == SessionState.Failed) { throw new EmergentException("An error has ended the simulation, and it cannot go on from there. Init starts afresh."); }
        if (_inRun)
        {
            if (_goal is { } present && !_isWaiting && present.Mode != goal.Mode) { throw new EmergentException($"{present.Mode} is running. Stop it first."); }
            if (_isWaiting && goal.Mode != _mode) { throw new EmergentException($"{_mode} has stopped in the middle of a trial. Step to the end of the trial first, or start afresh with Init."); }
            _isRedirected = true;
            if (goal is { Scale: >= TimeScale.Trial }) { Interrupt(); }
        }
        else if (goal.Mode == RunMode.Train && _simulation.LoopsOf(goal.Mode).State == LoopState.Finished) { Log("info", "All runs are done. Init starts afresh."); }
        (_goal, _isStopAsked, _wantsStopNow, _isWaiting) = (goal, false, false, false);
        SetState(SessionState.Running);
    }

    /// <summary>Has the loops stop at the end of the present trial, to be run on otherwise.</summary>
    private void Interrupt()
    {
        _isInterrupted = true;
        _simulation.LoopsOf(_mode).Stop(TimeScale.Trial);
    }

    private void Stop(TimeScale? scale)
    {
        if (_goal is not { } goal) { return; }
        if (scale is { } asked && !ScalesOf(goal.Mode).Contains(asked)) { throw new EmergentException($"{goal.Mode} has no {asked} at whose end it could stop; it has {string.Join(", ", ScalesOf(goal.Mode))}."); }
        if (scale is not { } end) { _wantsStopNow = true; }
        else if (end < TimeScale.Trial) { Pursue(new Goal(goal.Mode, end, 1)); }
        else
        {
            _isStopAsked = true;
            _simulation.LoopsOf(goal.Mode).Stop(end);
        }
        SetState(SessionState.Stopping);
    }

    /// <summary>Has something done when the network is in no trial: at once, or at the end of the present one, and of the test that training may be in the midst of.</summary>
    private void BetweenTrials(Action work)
    {
        if (_isActing) { throw new EmergentException("Another action is under way. Wait for its end."); }
        if (!_inRun) { Do(work); }
        else if (_isWaiting) { throw new EmergentException($"{_mode} has stopped in the middle of a trial. Step to the end of the trial first."); }
        else
        {
            _betweenTrials.Add(work);
            Interrupt();
        }
    }

    private void DoBetweenTrials()
    {
        while (_betweenTrials.Count > 0)
        {
            var work = _betweenTrials[0];
            _betweenTrials.RemoveAt(0);
            Do(work);
        }
    }

    private void Do(Action action)
    {
        _isActing = true;
        try { action(); }
        finally { _isActing = false; }
    }

    /// <summary>Waits at a safe point until it is told to go on.</summary>
    private void WaitHere()
    {
        var begun = Now;
        (_isWaiting, _wantsStopNow, _goal) = (true, false, null);
        SetState(SessionState.Paused);
        while (_isWaiting && !_wantsInit && !_isEnding)
        {
            Rest();
            RunPosted();
        }
        _isWaiting = false;
        _waited += System.Diagnostics.Stopwatch.GetElapsedTime(begun);
    }

    private RunMode RequireMode(RunMode mode) => _simulation.LoopsOf(mode).Stack.Mode;

    /// <summary>What can be stepped by: loops, and what the network passes through within a trial.</summary>
    private IReadOnlyList<TimeScale> ScalesOf(RunMode mode) =>
        [.. _scales.Where(s => s < TimeScale.Trial).Concat(_simulation.LoopsOf(mode).Stack.Loops.Select(l => l.Scale).Where(s => s >= TimeScale.Trial)).Distinct().Order()];
}
