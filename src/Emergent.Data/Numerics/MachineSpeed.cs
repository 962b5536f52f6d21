using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>How fast this machine reads floats and computes with them: what kernels are measured against.</summary>
/// <remarks>Each figure is the best of several short measurements, because a machine that is shared is slower at times and never faster.</remarks>
internal static class MachineSpeed
{
    private const int Chains = 12;          // sums that do not wait for each other: more than latency times rate, and with two constants no more than 16 registers
    private const int Measurements = 3;     // at least; more while they are short
    private const double Shortest = 3e-3, Longest = 20e-3;   // seconds of one measurement, far above the clock's and the threads' jitter, and of all
    private const long Smallest = 16 << 10, Largest = 256 << 20;   // bytes: below, loops are measured; above, every machine reads from memory

    private static float _sink;

    /// <summary>Bytes read in a second when a column of <paramref name="bytes"/> bytes is summed again and again.</summary>
    /// <param name="bytes">The column's size, of all threads together; that of what is to be compared with it.</param>
    /// <param name="threads">The number of threads, each of which reads its own share.</param>
    /// <param name="maxLanes">The widest vectors to use.</param>
    public static double ReadBandwidth(long bytes, int threads = 1, int maxLanes = 16)
    {
        threads = OnProcessors(threads);
        var work = new Reading(Math.Clamp(bytes, Smallest, Largest), threads);
        return Rate(work, threads, maxLanes) * sizeof(float);
    }

    /// <summary>Pairs of one multiplication and one addition, each rounded, computed in a second from registers.</summary>
    /// <param name="threads">The number of threads, all of which compute.</param>
    /// <param name="maxLanes">The widest vectors to use.</param>
    public static double MultiplyAddRate(int threads = 1, int maxLanes = 16) => Rate(new MultiplyingAdding(), OnProcessors(threads), maxLanes);

    private static int OnProcessors(int threads) => Math.Clamp(threads, 1, Environment.ProcessorCount);

    /// <summary>The best rate, in floats a second, at which all threads together do the work.</summary>
    private static double Rate(IWork work, int threads, int maxLanes)
    {
        var lanes = Math.Min(maxLanes, Kernel.MachineLanes);
        var passes = 1;
        var (floats, seconds) = Measure(work, threads, lanes, passes);
        while (seconds < Shortest && passes < 1 << 24)
        {
            passes *= 2;
            (floats, seconds) = Measure(work, threads, lanes, passes);
        }
        var (best, total) = (floats / seconds, seconds);
        for (var m = 1; m < Measurements || total < Longest; m++)
        {
            (floats, seconds) = Measure(work, threads, lanes, passes);
            (best, total) = (Math.Max(best, floats / seconds), total + seconds);
        }
        return best;
    }

    private static (double Floats, double Seconds) Measure(IWork work, int threads, int lanes, int passes)
    {
        if (threads == 1) { return Once(work, 0, lanes, passes); }
        using var together = new Barrier(threads);
        var results = new (double Floats, double Seconds)[threads];
        Thread[] team = [.. Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            together.SignalAndWait();
            results[index] = Once(work, index, lanes, passes);
        }))];
        foreach (var thread in team) { thread.Start(); }
        foreach (var thread in team) { thread.Join(); }
        return (results.Sum(r => r.Floats), results.Max(r => r.Seconds));
    }

    private static (double Floats, double Seconds) Once(IWork work, int thread, int lanes, int passes)
    {
        var start = Stopwatch.GetTimestamp();
        var floats = lanes switch
        {
            >= 16 => work.Do<Lanes16>(thread, passes),
            >= 8 => work.Do<Lanes8>(thread, passes),
            >= 4 => work.Do<Lanes4>(thread, passes),
            _ => work.Do<Lanes1>(thread, passes),
        };
        return (floats, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Uses a result, so that computing it is not left out.</summary>
    private static void Use<T>(T value) where T : struct, ILanes<T> => Volatile.Write(ref _sink, T.LargestLane(value));

    private interface IWork
    {
        /// <summary>Does one thread's share so often, and says how many floats that were.</summary>
        double Do<T>(int thread, int passes) where T : struct, ILanes<T>;
    }

    private sealed class Reading : IWork
    {
        private readonly AlignedFloats _column;
        private readonly int _share;

        public Reading(long bytes, int threads)
        {
            var step = Chains * CacheLine.Floats;   // whole steps of the widest vectors, so that there is no tail
            _share = (int)Math.Max(bytes / sizeof(float) / threads / step, 1) * step;
            _column = new AlignedFloats(_share * threads);
            _column.Span.Fill(1f);   // touched, or all of it would be one page of zeros
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public double Do<T>(int thread, int passes) where T : struct, ILanes<T>
        {
            ref var start = ref Unsafe.Add(ref _column.Start, thread * _share);
            nuint end = (nuint)_share, n = (nuint)T.Count;
            T s0 = 0f, s1 = 0f, s2 = 0f, s3 = 0f, s4 = 0f, s5 = 0f, s6 = 0f, s7 = 0f, s8 = 0f, s9 = 0f, s10 = 0f, s11 = 0f;
            for (var pass = 0; pass < passes; pass++)
            {
                for (nuint i = 0; i < end; i += Chains * n)
                {
                    s0 += T.Load(ref start, i);
                    s1 += T.Load(ref start, i + n);
                    s2 += T.Load(ref start, i + 2 * n);
                    s3 += T.Load(ref start, i + 3 * n);
                    s4 += T.Load(ref start, i + 4 * n);
                    s5 += T.Load(ref start, i + 5 * n);
                    s6 += T.Load(ref start, i + 6 * n);
                    s7 += T.Load(ref start, i + 7 * n);
                    s8 += T.Load(ref start, i + 8 * n);
                    s9 += T.Load(ref start, i + 9 * n);
                    s10 += T.Load(ref start, i + 10 * n);
                    s11 += T.Load(ref start, i + 11 * n);
                }
            }
            Use(s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7)) + (s8 + s9 + (s10 + s11)));
            return (double)_share * passes;
        }
    }

    private sealed class MultiplyingAdding : IWork
    {
        private const int Times = 1000;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public double Do<T>(int thread, int passes) where T : struct, ILanes<T>
        {
            // x → x/2 + 1 stays near 2: no denormal or infinite number, which would be slower.
            T half = 0.5f, one = 1f;
            T x0 = 1f, x1 = 1f, x2 = 1f, x3 = 1f, x4 = 1f, x5 = 1f, x6 = 1f, x7 = 1f, x8 = 1f, x9 = 1f, x10 = 1f, x11 = 1f;
            for (var time = 0L; time < (long)Times * passes; time++)
            {
                x0 = x0 * half + one;
                x1 = x1 * half + one;
                x2 = x2 * half + one;
                x3 = x3 * half + one;
                x4 = x4 * half + one;
                x5 = x5 * half + one;
                x6 = x6 * half + one;
                x7 = x7 * half + one;
                x8 = x8 * half + one;
                x9 = x9 * half + one;
                x10 = x10 * half + one;
                x11 = x11 * half + one;
            }
            Use(x0 + x1 + (x2 + x3) + (x4 + x5 + (x6 + x7)) + (x8 + x9 + (x10 + x11)));
            return (double)Chains * T.Count * Times * passes;
        }
    }
}
