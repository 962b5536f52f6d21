namespace Emergent.Leabra.Tests;

/// <summary>Threads that share the work of networks.</summary>
public class WorkerTeamTests
{
    [Fact]
    public void All_items_are_done_once_whatever_the_number_of_threads()
    {
        foreach (var threads in (int[])[1, 2, 3, 5])
        {
            var done = new int[1000];
            Team(threads).Run(new Counting(done), done.Length, cost: 1);
            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void Callers_with_different_numbers_of_threads_do_not_disturb_each_other()
    {
        var failures = 0;
        var callers = Enumerable.Range(2, 6).Select(threads => new Thread(() =>
        {
            var (team, done) = (Team(threads), new int[64]);
            for (var i = 0; i < 300; i++) { team.Run(new Counting(done), done.Length, cost: 1); }
            if (done.Any(times => times != 300)) { Interlocked.Increment(ref failures); }
        })).ToList();
        callers.ForEach(c => c.Start());
        callers.ForEach(c => c.Join());
        Assert.Equal(0, failures);
    }

    [Fact]
    public void What_goes_wrong_in_any_thread_reaches_the_caller_and_the_next_work_is_done()
    {
        var team = Team(3);
        for (var i = 0; i < 50; i++)
        {
            Assert.Throws<InvalidOperationException>(() => team.Run(new Failing(), 100, cost: 1));
            var done = new int[100];
            team.Run(new Counting(done), done.Length, cost: 1);
            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void First_that_goes_wrong_reaches_the_caller_whichever_thread_is_the_faster()
    {
        var team = Team(3);
        for (var i = 0; i < 2000; i++)
        {
            Assert.Equal("item 20", Assert.Throws<InvalidOperationException>(() => team.Run(new FailingFrom(20), 100, cost: 1)).Message);
        }
    }

    [Fact]
    public void Finished_work_is_let_go()
    {
        var work = Finished();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(work.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Finished()
    {
        var done = new int[100];
        Team(3).Run(new Counting(done), done.Length, cost: 1);
        return new WeakReference(done);
    }

    private static WorkerTeam Team(int threads) => new() { Threads = threads, SharesAlways = true };

    private readonly struct Counting(int[] done) : IParallelWork
    {
        public void Do(int start, int end)
        {
            for (var i = start; i < end; i++) { done[i]++; }
        }
    }

    private readonly struct FailingFrom(int first) : IParallelWork
    {
        public void Do(int start, int end)
        {
            for (var i = start; i < end; i++) { if (i >= first) { throw new InvalidOperationException($"item {i}"); } }
        }
    }

    private readonly struct Failing : IParallelWork
    {
        public void Do(int start, int end) => throw new InvalidOperationException("on purpose");
    }
}
