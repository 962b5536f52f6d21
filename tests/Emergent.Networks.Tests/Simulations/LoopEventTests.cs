namespace Emergent.Networks.Tests;

public class LoopEventTests
{
    private static (LoopRunner Runner, Loop Cycle, List<string> Done) Trials()
    {
        var done = new List<string>();
        var stack = new LoopStack(RunMode.Test);
        var (trial, cycle) = (stack.Add(TimeScale.Trial, 2), stack.Add(TimeScale.Cycle, 4));
        trial.OnStart.Add("trial", () => done.Add("T"));
        cycle.OnStart.Add("cycle", () => done.Add($"{cycle.Current}"));
        cycle.Events.Add("Plus phase", at: 3, () => done.Add("plus"));
        cycle.Events.Add("Minus phase", at: 0, () => done.Add("minus"));
        return (new LoopRunner(stack), cycle, done);
    }

    [Fact]
    public void Event_happens_before_the_pass_of_its_number_in_every_round()
    {
        var (runner, cycle, done) = Trials();
        runner.Run();
        Assert.Equal("T minus 0 1 2 plus 3 T minus 0 1 2 plus 3", string.Join(' ', done));
        done.Clear();
        cycle.Events.Remove("Minus phase");
        cycle.Events.InsertBefore("Plus phase", new LoopEvent("Half", 1, () => done.Add("half")));
        runner.Reset();
        runner.Run();
        Assert.Equal("T 0 half 1 2 plus 3 T 0 half 1 2 plus 3", string.Join(' ', done));
    }

    [Fact]
    public void Stepping_calls_each_event_once()
    {
        var (running, _, all) = Trials();
        running.Run();
        for (var size = 1; size < 5; size++)
        {
            var (runner, _, done) = Trials();
            while (runner.State != LoopState.Finished) { runner.Step(size, TimeScale.Cycle); }
            Assert.Equal(all, done);
        }
    }

    [Fact]
    public void Loop_may_begin_later_and_count_more_at_once()
    {
        var counts = new List<int>();
        var stack = new LoopStack(RunMode.Train);
        var run = stack.Add(TimeScale.Run, 20);
        (run.First, run.Increment) = (5, 10);
        run.OnEnd.Add("count", () => counts.Add(run.Current));
        Assert.Equal(5, run.Current);
        var runner = new LoopRunner(stack);
        Assert.Equal("Train\n  Run (from 5, by 10, at most 20)\n    end: count\n", runner.Describe());
        runner.Run();
        Assert.Equal([5, 15], counts);
        runner.Reset();
        Assert.Equal(5, run.Current);
        Assert.Throws<ArgumentOutOfRangeException>(() => run.First = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => run.Increment = 0);
    }

    [Fact]
    public void Program_says_its_events()
    {
        Assert.Equal("""
            Test
              Trial (at most 2)
                start: trial
                Cycle (at most 4)
                  at 3: Plus phase
                  at 0: Minus phase
                  start: cycle

            """, Trials().Runner.Describe());
    }

    [Fact]
    public void Wrong_events_are_refused()
    {
        var (_, cycle, _) = Trials();
        Assert.Throws<ArgumentOutOfRangeException>(() => cycle.Events.Add("never", at: -1, () => { }));
        Assert.Throws<ArgumentNullException>(() => cycle.Events.Add("nothing", at: 1, null!));
        Assert.Contains("already has 'Plus phase'", Assert.Throws<EmergentException>(() => cycle.Events.Add("Plus phase", at: 1, () => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_of_state_are_told()
    {
        var (runner, _, _) = Trials();
        var states = new List<LoopState>();
        runner.StateChanged += states.Add;
        runner.Step(1, TimeScale.Cycle);
        runner.Run();
        runner.Reset();
        Assert.Equal([LoopState.Running, LoopState.Paused, LoopState.Running, LoopState.Finished, LoopState.Ready], states);
    }
}
