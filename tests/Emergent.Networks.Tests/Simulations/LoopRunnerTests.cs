using Emergent.Data;

namespace Emergent.Networks.Tests;

public class LoopRunnerTests
{
    private const string WholeProgram = "R( E( t t t ) E( t t t ) [ x x ] ) R( E( t t t ) E( t t t ) [ x x ] )";

    /// <summary>Two runs of two epochs of three trials, and a test of two trials at the end of each run; all write what they do.</summary>
    private static (LoopRunner Runner, List<string> Done) Program()
    {
        var done = new List<string>();
        var tests = new LoopStack(RunMode.Test);
        var (testEpoch, testTrial) = (tests.Add(TimeScale.Epoch, 1), tests.Add(TimeScale.Trial, 2));
        testEpoch.OnStart.Add("open", () => done.Add("["));
        testTrial.OnStart.Add("trial", () => done.Add("x"));
        testEpoch.OnEnd.Add("close", () => done.Add("]"));

        var stack = new LoopStack(RunMode.Train);
        var (run, epoch, trial) = (stack.Add(TimeScale.Run, 2), stack.Add(TimeScale.Epoch, 2), stack.Add(TimeScale.Trial, 3));
        run.OnStart.Add("begin run", () => done.Add("R("));
        epoch.OnStart.Add("begin epoch", () => done.Add("E("));
        trial.OnStart.Add("trial", () => done.Add("t"));
        epoch.OnEnd.Add("end epoch", () => done.Add(")"));
        run.OnEnd.Add(new LoopFunction("test", new LoopRunner(tests), () => run.Current < 2));
        run.OnEnd.Add("end run", () => done.Add(")"));
        return (new LoopRunner(stack), done);
    }

    [Fact]
    public void Program_is_run_in_order()
    {
        var (runner, done) = Program();
        Assert.Equal(LoopState.Ready, runner.State);
        Assert.Equal(LoopState.Finished, runner.Run());
        Assert.Equal(WholeProgram, string.Join(' ', done));
        Assert.Equal(LoopState.Finished, runner.Run());   // there is nothing more to do
        Assert.Equal(WholeProgram, string.Join(' ', done));
        runner.Reset();
        Assert.Equal(LoopState.Ready, runner.State);
        done.Clear();
        runner.Run();
        Assert.Equal(WholeProgram, string.Join(' ', done));
    }

    [Fact]
    public void Stepping_does_exactly_what_running_does_whatever_the_steps()
    {
        TimeScale[] scales = [TimeScale.Trial, TimeScale.Epoch, TimeScale.Run];
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new CounterRandom(seed, 0, 0);
            var (runner, done) = Program();
            while (runner.State != LoopState.Finished) { runner.Step(1 + random.NextInt(4), scales[random.NextInt(3)]); }
            Assert.Equal(WholeProgram, string.Join(' ', done));
        }
    }

    [Fact]
    public void Stopping_at_any_function_and_running_on_does_exactly_what_running_does()
    {
        foreach (var scale in (TimeScale[])[TimeScale.Trial, TimeScale.Epoch, TimeScale.Run])
        {
            for (var at = 1; at <= 22; at++)
            {
                var (runner, done) = Program();
                var calls = 0;
                foreach (var loop in runner.Stack.Loops) { loop.OnStart.Add("count", Count); }
                foreach (var loop in runner.Stack[TimeScale.Run].OnEnd[0].Loops!.Stack.Loops) { loop.OnEnd.Add("count", Count); }
                var rounds = 0;
                while (runner.Run() != LoopState.Finished) { rounds++; }
                Assert.InRange(rounds, 0, 1);
                Assert.Equal(WholeProgram, string.Join(' ', done));

                void Count() { if (++calls == at) { runner.Stop(scale); } }
            }
        }
    }

    [Fact]
    public void Stop_within_a_test_waits_in_the_test()
    {
        var (runner, done) = Program();
        var test = runner.Stack[TimeScale.Run].OnEnd[0].Loops!;
        test.Stack[TimeScale.Trial].OnEnd.Add("stop", () => { if (test.Stack[TimeScale.Trial].Current == 0) { runner.Stop(); } });
        Assert.Equal(LoopState.Paused, runner.Run());
        Assert.EndsWith("[ x", string.Join(' ', done), StringComparison.Ordinal);
        Assert.True(runner.IsPausedWithin(test));
        runner.Step(1, TimeScale.Trial);   // on through the test, where it is stopped again
        Assert.EndsWith("[ x x ] ) R( E( t", string.Join(' ', done), StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_that_was_heeded_does_not_stop_the_next_test_too()
    {
        var (runner, done) = Program();
        runner.Stack[TimeScale.Trial].OnStart.Add("stop", () => { if (done.Count == 3) { runner.Stop(); } });
        Assert.Equal(LoopState.Paused, runner.Run());
        Assert.Equal("R( E( t", string.Join(' ', done));
        Assert.Equal(LoopState.Finished, runner.Run());
        Assert.Equal(WholeProgram, string.Join(' ', done));
    }

    [Fact]
    public void Stop_from_another_thread_is_heeded()
    {
        var stack = new LoopStack(RunMode.Train);
        stack.Add(TimeScale.Epoch);   // for ever
        var trial = stack.Add(TimeScale.Trial, 5);
        var runner = new LoopRunner(stack);
        using var begun = new ManualResetEventSlim();
        trial.OnStart.Add("tell", begun.Set);
        var thread = new Thread(() =>
        {
            begun.Wait();
            runner.Stop(TimeScale.Epoch);
        });
        thread.Start();
        Assert.Equal(LoopState.Paused, runner.Run());
        thread.Join();
        Assert.Equal(5, trial.Current);
    }

    [Fact]
    public void Steps_that_reach_the_end_finish()
    {
        var (runner, _) = Program();
        Assert.Equal(LoopState.Paused, runner.Step(1, TimeScale.Run));
        Assert.Equal(LoopState.Finished, runner.Step(1, TimeScale.Run));
    }

    [Fact]
    public void Conditions_end_a_loop()
    {
        var stack = new LoopStack(RunMode.Train);
        var (epoch, trial) = (stack.Add(TimeScale.Epoch, 10), stack.Add(TimeScale.Trial));
        var trials = 0;
        trial.Next = new("there is one", () => trials % 4 != 3 || trials++ < 0);
        trial.OnStart.Add("count", () => trials++);
        epoch.IsDone.Add("third epoch", () => epoch.Current == 2);
        Assert.Equal(LoopState.Finished, new LoopRunner(stack).Run());
        Assert.Equal((3, 12), (epoch.Current, trials));
    }

    [Fact]
    public void Error_ends_a_program_until_it_starts_afresh()
    {
        var (runner, done) = Program();
        runner.Stack[TimeScale.Trial].OnEnd.Add("fail", () => throw new EmergentException("Something is wrong."));
        Assert.Equal("Something is wrong.", Assert.Throws<EmergentException>(() => runner.Run()).Message);
        Assert.Equal(LoopState.Failed, runner.State);
        Assert.Contains("Initialize() starts afresh", Assert.Throws<EmergentException>(() => runner.Run()).Message, StringComparison.Ordinal);
        runner.Stack[TimeScale.Trial].OnEnd.Remove("fail");
        runner.Reset();
        done.Clear();
        runner.Run();
        Assert.Equal(WholeProgram, string.Join(' ', done));
    }

    [Fact]
    public void Program_cannot_be_run_from_within_itself()
    {
        var (runner, _) = Program();
        runner.Stack[TimeScale.Trial].OnEnd.Add("run", () => runner.Run());
        Assert.Contains("running already", Assert.Throws<EmergentException>(() => runner.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Program_describes_itself()
    {
        var (runner, _) = Program();
        runner.Stack[TimeScale.Epoch].IsDone.Add("nothing is wrong any more", () => false);
        Assert.Equal("""
            Train
              Run (at most 2)
                start: begin run
                Epoch (at most 2, until nothing is wrong any more)
                  start: begin epoch
                  Trial (at most 3)
                    start: trial
                  end: end epoch
                end: test
                  Test
                    Epoch (at most 1)
                      start: open
                      Trial (at most 2)
                        start: trial
                      end: close
                end: end run

            """, runner.Describe());
    }

    [Fact]
    public void Functions_are_found_by_name()
    {
        var (runner, done) = Program();
        var trial = runner.Stack[TimeScale.Trial].OnStart;
        trial.InsertBefore("trial", "before", () => done.Add("b"));
        trial.InsertAfter("trial", "after", () => done.Add("a"));
        trial.Replace("trial", () => done.Add("T"));
        runner.Step(1, TimeScale.Trial);
        Assert.Equal("R( E( b T a", string.Join(' ', done));
        Assert.True(trial.Contains("after"));
        Assert.Contains("Did you mean 'trial'?", Assert.Throws<EmergentException>(() => trial.Remove("trail")).Message, StringComparison.Ordinal);
        Assert.Contains("already has 'before'", Assert.Throws<EmergentException>(() => trial.Add("before", () => { })).Message, StringComparison.Ordinal);
        Assert.Contains("already has 'before'", Assert.Throws<EmergentException>(() => trial.Replace("after", new LoopFunction("before", () => { }))).Message, StringComparison.Ordinal);
        Assert.Contains("no loop over Sequence", Assert.Throws<EmergentException>(() => runner.Step(1, TimeScale.Sequence)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be within it", Assert.Throws<EmergentException>(() => runner.Stack.Add(TimeScale.Epoch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loops_allocate_nothing()
    {
        var stack = new LoopStack(RunMode.Train);
        stack.Add(TimeScale.Epoch, 100_000);
        var trials = 0;
        var trial = stack.Add(TimeScale.Trial, 10);
        trial.OnStart.Add("count", () => trials++);
        trial.IsDone.Add("never", () => false);
        var runner = new LoopRunner(stack);
        runner.Step(10, TimeScale.Epoch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        runner.Step(1000, TimeScale.Epoch);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);   // the step itself may, its trials may not
        Assert.Equal(10_100, trials);
    }
}
