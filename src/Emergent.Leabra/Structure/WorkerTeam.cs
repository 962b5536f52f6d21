using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Intrinsics.X86;

namespace Emergent.Leabra;

/// <summary>Work that can be divided: items start … end − 1 have nothing in common with the others.</summary>
internal interface IParallelWork
{
    void Do(int start, int end);
}

/// <summary>The threads that share the work of one network.</summary>
/// <remarks>
/// Work is cut into chunks that whoever is free takes; the caller takes them too, so that on busy cores it waits at most for a chunk that a helper has begun.
/// What a chunk computes does not depend on who computes it. Helpers spin briefly between two pieces of work and then sleep. Whether sharing pays is
/// measured, for each kind of work of each network (see <see cref="SharingChoice"/>): processors may be halves of one core, or busy with something else.
/// </remarks>
internal sealed class WorkerTeam
{
    private const long WorthSharing = 1 << 16;   // synapses; below, waking a helper (about 2 µs) costs more than it brings

    // As long as the gap between two cycles of a network worth sharing. Measured in time: a Pause takes 40 cycles on some processors and 140 on others.
    private static readonly long SpinTicks = Stopwatch.Frequency / 5000;

    private static readonly Lock Growing = new();
    private static Helper[] _helpers = [];   // shared by all networks of the process
    private static int _kinds;

    private SharingChoice?[] _choices = [];   // one for each kind of work

    /// <summary>The number of threads at most; 0 for as many as there are processors.</summary>
    public int Threads { get; set; }

    /// <summary>Whether work is shared even where one thread would be faster: tests show by it that sharing changes no bit.</summary>
    public bool SharesAlways { get; set; }

    /// <summary>Does work of <paramref name="count"/> items, of <paramref name="cost"/> synapses in all.</summary>
    public void Run<TWork>(TWork work, int count, long cost) where TWork : struct, IParallelWork
    {
        if (MostThreads(cost) <= 1) { work.Do(0, count); return; }
        var choice = ChoiceFor<TWork>();
        var start = Stopwatch.GetTimestamp();
        if (count < 2 || !(SharesAlways || choice.Shares))
        {
            work.Do(0, count);
            choice.CountAlone(Stopwatch.GetTimestamp() - start, cost);
            return;
        }
        var (chunk, waited) = Share(work, count, MostThreads(cost));
        var end = Stopwatch.GetTimestamp();
        choice.CountShared(end - start, cost, chunk, waited, end);
    }

    /// <summary>The number of threads that share this kind of work, of this cost, until the next trial.</summary>
    public int ThreadsFor<TWork>(long cost) where TWork : struct, IParallelWork => SharesAlways || ChoiceFor<TWork>().Shares ? MostThreads(cost) : 1;

    /// <summary>Chooses for the coming trial which kinds of work are shared.</summary>
    public void BeginTrial()
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var choice in _choices) { choice?.BeginTrial(now); }
    }

    private int MostThreads(long cost)
    {
        if (SharesAlways) { return Threads == 0 ? Environment.ProcessorCount : Threads; }
        if (cost < WorthSharing) { return 1; }
        return Threads == 0 ? Environment.ProcessorCount : Math.Min(Threads, Environment.ProcessorCount);   // more would only wait for each other
    }

    private SharingChoice ChoiceFor<TWork>() where TWork : struct, IParallelWork
    {
        var kind = Kind<TWork>.Number;
        if (kind >= _choices.Length) { Array.Resize(ref _choices, kind + 1); }
        return _choices[kind] ??= new SharingChoice();
    }

    private static (long Chunk, long Waited) Share<TWork>(TWork work, int count, int threads) where TWork : struct, IParallelWork
    {
        var helpers = RequireHelpers(threads - 1);
        var job = Job<TWork>.Mine;
        job.Begin(work, count, threads);
        for (var h = 0; h < threads - 1; h++) { helpers[h].Offer(job); }
        var start = Stopwatch.GetTimestamp();
        var chunks = job.TakeChunks();
        var done = Stopwatch.GetTimestamp();
        job.End();
        return ((done - start) / Math.Max(1, chunks), Stopwatch.GetTimestamp() - done);
    }

    /// <summary>At least so many helpers; there are never fewer than there were.</summary>
    private static Helper[] RequireHelpers(int count)
    {
        var helpers = Volatile.Read(ref _helpers);
        if (helpers.Length >= count) { return helpers; }
        lock (Growing)
        {
            helpers = _helpers;
            if (helpers.Length >= count) { return helpers; }
            helpers = [.. helpers, .. Enumerable.Range(0, count - helpers.Length).Select(_ => new Helper())];
            Volatile.Write(ref _helpers, helpers);
            return helpers;
        }
    }

    private static void Pause()
    {
        if (X86Base.IsSupported) { X86Base.Pause(); }   // 4 to 6 times quicker to react than Thread.SpinWait (measured 2026-11, .NET 10)
        else { Thread.SpinWait(1); }
    }

    /// <summary>Numbers the kinds of work.</summary>
    private static class Kind<TWork> where TWork : struct, IParallelWork
    {
        public static readonly int Number = Interlocked.Increment(ref _kinds) - 1;
    }

    /// <summary>One piece of work being shared; made once for each kind of work and thread, so that trials allocate nothing.</summary>
    private abstract class Job
    {
        private int _inside;   // helpers at work
        private bool _isOpen;
        private readonly Lock _failing = new();
        private ExceptionDispatchInfo? _failure;
        private int _failedAt;

        /// <summary>Does chunks until none is left; what goes wrong in the first that fails is kept for the caller.</summary>
        /// <remarks>Chunks are taken in order, so those before one that fails are done too: whatever the threads, it is the same failure.</remarks>
        /// <returns>The number done.</returns>
        public int TakeChunks()
        {
            var at = 0;
            try { return TakeChunksCore(ref at); }
            catch (Exception e)
            {
                lock (_failing)
                {
                    if (_failure is null || at < _failedAt) { (_failure, _failedAt) = (ExceptionDispatchInfo.Capture(e), at); }
                }
                return 0;
            }
        }

        /// <summary>Lets a helper take chunks, unless it comes too late.</summary>
        public void Help()
        {
            Interlocked.Increment(ref _inside);
            if (Volatile.Read(ref _isOpen)) { TakeChunks(); }
            Interlocked.Decrement(ref _inside);
        }

        /// <summary>Closes the job to helpers that come late, waits for those inside, and throws what went wrong.</summary>
        public void End()
        {
            Interlocked.Exchange(ref _isOpen, false);
            var start = Stopwatch.GetTimestamp();
            while (Volatile.Read(ref _inside) != 0)
            {
                if (Stopwatch.GetTimestamp() - start < SpinTicks) { Pause(); }
                else { Thread.Yield(); }
            }
            Forget();
            var failure = _failure;
            _failure = null;
            failure?.Throw();
        }

        protected void Open() => Interlocked.Exchange(ref _isOpen, true);

        /// <param name="at">The first item of the chunk that is being done.</param>
        protected abstract int TakeChunksCore(ref int at);

        /// <summary>Lets go of the work, so that its network can be collected.</summary>
        protected abstract void Forget();
    }

    private sealed class Job<TWork> : Job where TWork : struct, IParallelWork
    {
        [ThreadStatic] private static Job<TWork>? _mine;
        private TWork _work;
        private int _count, _chunk, _next;

        public static Job<TWork> Mine => _mine ??= new Job<TWork>();

        public void Begin(TWork work, int count, int threads)
        {
            // A few chunks for each thread even out what the machine's other work takes away; few, so that rows stay long.
            (_work, _count, _chunk) = (work, count, Math.Max(1, count / (threads * 4)));
            Volatile.Write(ref _next, 0);
            Open();
        }

        protected override void Forget() => _work = default;

        protected override int TakeChunksCore(ref int at)
        {
            for (var done = 0; ; done++)
            {
                at = Interlocked.Add(ref _next, _chunk) - _chunk;
                if (at >= _count) { return done; }
                _work.Do(at, Math.Min(at + _chunk, _count));
            }
        }
    }

    private sealed class Helper
    {
        private readonly object _bed = new();
        private Job? _offered;
        private int _asleep;

        public Helper() => new Thread(Work) { IsBackground = true, Name = "Emergent worker" }.Start();

        public void Offer(Job job)
        {
            Interlocked.Exchange(ref _offered, job);
            if (Volatile.Read(ref _asleep) == 1) { Wake(); }
        }

        private void Wake()
        {
            lock (_bed) { Monitor.Pulse(_bed); }
        }

        // Whoever offers work after the helper has looked for the last time sees it asleep, and takes the lock only once it waits.
        private void Sleep()
        {
            lock (_bed)
            {
                Interlocked.Exchange(ref _asleep, 1);
                while (Volatile.Read(ref _offered) is null) { Monitor.Wait(_bed); }
                _asleep = 0;
            }
        }

        private void Work()
        {
            while (true)
            {
                Next().Help();
            }
        }

        private Job Next()
        {
            var start = Stopwatch.GetTimestamp();
            while (true)
            {
                if (Volatile.Read(ref _offered) is not null && Interlocked.Exchange(ref _offered, null) is { } job) { return job; }
                if (Stopwatch.GetTimestamp() - start < SpinTicks) { Pause(); continue; }
                Sleep();
                start = Stopwatch.GetTimestamp();
            }
        }
    }
}
