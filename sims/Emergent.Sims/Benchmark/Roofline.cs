namespace Emergent.Sims;

/// <summary>The least time that a machine allows for one trial: its bytes at the speed of reading, and its operations at the speed of computing.</summary>
/// <remarks>
/// Equation: time = bytes sent / bandwidth of where all Wt lie + 2 × bytes learned / bandwidth of where all Wt, LWt and Moment lie + unit operations / (2 × multiply-add rate).
/// The parts are added, because sending, units and learning follow each other; within each, all else (sums, gathers, calls, threads that wait) is taken to be free.
/// With the figures of an AMD Zen 5 (144 G lane operations/s; 200 GB/s from L2 of 1 MB, 100 from L3 of 32 MB, 40 from memory) and the work counted here it gives .009, .044, 1.3, 4.7 and
/// 29 ms from SMALL to GINORMOUS, where a roofline made independently on that machine has .009, .043, 1.3, 4.9…5.5 and 19…41.
/// It is no bound where rows are sent again before a cache has let go of them, as at GINORMOUS: <see cref="WithIdealCache"/> is.
/// </remarks>
/// <param name="SendMs">Milliseconds of reading weights to send.</param>
/// <param name="LearnMs">Milliseconds of reading and writing what learning changes.</param>
/// <param name="UnitsMs">Milliseconds of the units' equations.</param>
public sealed record Roofline(double SendMs, double LearnMs, double UnitsMs)
{
    /// <summary>Operations that the equations of one unit ask for in one cycle.</summary>
    /// <remarks>
    /// One for each addition, subtraction, multiplication, division, comparison and selection of docs/algorithm.md, section 5, in a plain layer, constants folded:
    /// what is sent 5 (three comparisons, a difference, a selection), Ge 3, average and largest Ge 3 (sum, comparison, selection), Inet 10, Vm within its limits 6,
    /// geThr 4, drive 6, NoisyXX1 37 (18 below 0, of which 12 in FastExp, 7 between, 11 above, 1 to select), Act, ActDel and ActLrn 7, the four learning averages 12,
    /// average and largest Act 3. All three parts of NoisyXX1 are counted, as lanes compute them: a kernel that leaves out parts which none of its lanes is in can do with less.
    /// </remarks>
    public const int OperationsPerUnitCycle = 5 + 3 + 3 + 10 + 6 + 4 + 6 + 37 + 7 + 12 + 3;   // 96

    /// <summary>The whole.</summary>
    public double Ms => MemoryMs + UnitsMs;

    /// <summary>The part in which weights are read and written.</summary>
    public double MemoryMs => SendMs + LearnMs;

    /// <summary>The roofline of a trial's work at a machine's speeds, all weights coming from where all of them lie.</summary>
    public static Roofline Of(BenchmarkWork work, RooflineSpeeds speeds)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(speeds);
        return new(1000 * work.BytesSent.Sum() / speeds.SendBandwidth, 1000 * 2 * work.BytesLearned.Sum() / speeds.LearnBandwidth, MsOfUnits(work, speeds));
    }

    /// <summary>The same if each row of weights came from the nearest cache that would still hold it, were it to keep what was used last: less than this no machine of these speeds takes.</summary>
    /// <remarks>Equation: Σ over classes of reuse distance of bytes / bandwidth of a footprint of that distance, in place of the first two terms.</remarks>
    public static Roofline WithIdealCache(BenchmarkWork work, RooflineSpeeds speeds)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(speeds);
        return new(1000 * Seconds(work.BytesSent, speeds.Bandwidths), 1000 * 2 * Seconds(work.BytesLearned, speeds.Bandwidths), MsOfUnits(work, speeds));
    }

    private static double MsOfUnits(BenchmarkWork work, RooflineSpeeds speeds) => 1000 * OperationsPerUnitCycle * work.UnitCycles / (2 * speeds.MultiplyAddRate);

    private static double Seconds(IReadOnlyList<double> bytes, IReadOnlyList<double> bandwidths) => bytes.Zip(bandwidths, (b, rate) => b == 0 ? 0 : b / rate).Sum();
}
