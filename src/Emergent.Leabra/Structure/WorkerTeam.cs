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
/// What a chunk computes does not depend on who computes it. Helpers spin briefly between two pieces of work and then sleep. Where the system takes a
/// helper's core away in the middle of a chunk, the caller waits for milliseconds; then all work is done alone for a while (see <see cref="Rest"/>).
/// </remarks>
internal sealed class WorkerTeam
{
    private const long WorthSharing = 1 << 16;   // synapses; below, waking a helper (about 2 µs) costs more than it brings

    // As long as the gap between two cycles of a network worth sharing. Measured in time: a Pause takes 40 cycles on some processors and 140 on others.
    private static readonly long SpinTicks = Stopwatch.Frequency / 5000;

    private static readonly Lock Growing = new();
    private static Helper[] _helpers = [];   // shared by all networks of the process

    /// <summary>The number of threads at most; 0 for as many as there are processors.</summary>
    public int Threads { get; set; }

    /// <summary>Whether work is shared even where one thread would be faster: tests show by it that sharing changes no bit.</summary>
    public bool SharesAlways { get; set; }

    /// <summary>Does work of <paramref name="count"/> items, of <paramref name="cost"/> synapses in all.</summary>
    public void Run<TWork>(TWork work, int count, long cost) where TWork : struct, IParallelWork
    {
        var threads = ThreadsFor(cost);
        if (threads <= 1 || count < 2) { work.Do(0, count); }
        else { Share(work, count, threads); }
    }

    /// <summary>The number of threads that share work of this cost.</summary>
    public int ThreadsFor(long cost)
    {
        if (SharesAlways) { return Threads == 0 ? Environment.ProcessorCount : Threads; }
        if (cost < WorthSharing || Rest.IsOn) { return 1; }
        return Threads == 0 ? Environment.ProcessorCount : Math.Min(Threads, Environment.ProcessorCount);   // more would only wait for each other
    }

    private static void Share<TWork>(TWork work, int count, int threads) where TWork : struct, IParallelWork
    {
        var helpers = RequireHelpers(threads - 1);
        var job = Job<TWork>.Mine;
        job.Begin(work, count, threads);
        for (var h = 0; h < threads - 1; h++) { helpers[h].Offer(job); }
        var start = Stopwatch.GetTimestamp();
        var chunks = job.TakeChunks();
        var done = Stopwatch.GetTimestamp();
        job.End();
        Rest.Judge(waited: Stopwatch.GetTimestamp() - done, chunk: (done - start) / Math.Max(1, chunks));
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

    /// <summary>Times in which nothing is shared, because helpers do not get the processor: the longer, the more often it happens.</summary>
    private static class Rest
    {
        private static readonly long Shortest = Stopwatch.Frequency / 100, Longest = Stopwatch.Frequency, Patience = Stopwatch.Frequency / 5000;
        private const int Trust = 1000;   // shared pieces of work without a wait after which the next rest is half as long

        private static long _until, _length = Shortest;
        private static int _good;

        public static bool IsOn => Stopwatch.GetTimestamp() < Volatile.Read(ref _until);

        /// <summary>Judges a piece of work by how long its caller waited for helpers, who at the end should be busy with one chunk at most.</summary>
        public static void Judge(long waited, long chunk)
        {
            if (waited > 2 * chunk + Patience)
            {
                Volatile.Write(ref _until, Stopwatch.GetTimestamp() + _length);
                (_length, _good) = (Math.Min(2 * _length, Longest), 0);
            }
            else if (++_good == Trust) { (_length, _good) = (Math.Max(_length / 2, Shortest), 0); }
        }
    }

    /// <summary>One piece of work being shared; made once for each kind of work and thread, so that trials allocate nothing.</summary>
    private abstract class Job
    {
        private int _inside;   // helpers at work
        private bool _isOpen;
        private ExceptionDispatchInfo? _failure;

        /// <summary>Does chunks until none is left; what goes wrong is kept for the caller.</summary>
        /// <returns>The number done.</returns>
        public int TakeChunks()
        {
            try { return TakeChunksCore(); }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
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

        protected abstract int TakeChunksCore();

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

        protected override int TakeChunksCore()
        {
            for (var done = 0; ; done++)
            {
                var start = Interlocked.Add(ref _next, _chunk) - _chunk;
                if (start >= _count) { return done; }
                _work.Do(start, Math.Min(start + _chunk, _count));
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
