namespace Emergent.Sims;

/// <summary>The least time that a machine allows for one trial: its bytes at the speed of reading, and its operations at the speed of computing.</summary>
/// <remarks>
/// Equation: time = sent bytes / bandwidth of the weights sent through + learned bytes / bandwidth of all weights + unit operations / (2 × multiply-add rate).
/// The parts are added, because sending, units and learning follow each other; within each part, all else (sums, gathers, function calls, threads that wait) is taken to be free.
/// </remarks>
/// <param name="SendMs">Milliseconds of reading weights to send.</param>
/// <param name="LearnMs">Milliseconds of reading and writing what learning changes.</param>
/// <param name="UnitsMs">Milliseconds of the units' equations.</param>
public sealed record Roofline(double SendMs, double LearnMs, double UnitsMs)
{
    /// <summary>Bytes read for a synapse that is sent through: Wt.</summary>
    public const int BytesSent = 4;

    /// <summary>Bytes that learning keeps for a synapse: Wt, LWt and Moment.</summary>
    public const int BytesKept = 12;

    /// <summary>Bytes moved for a synapse that learns: those kept, read and written.</summary>
    public const int BytesLearned = 24;

    /// <summary>Operations that the equations of one unit ask for in one cycle.</summary>
    /// <remarks>
    /// One for each addition, subtraction, multiplication, division, comparison and selection of docs/algorithm.md, section 5, constants folded, in a plain layer:
    /// what is sent 5 (three comparisons, difference, selection), Ge 3, average and largest of Ge 3 (sum, comparison, selection), Inet 10, Vm with its limits 6, geThr 4,
    /// drive 6, NoisyXX1 7, Act with ActDel 4, ActLrn 3, AvgSS, AvgS and AvgM 9, AvgSLrn 3, average and largest of Act 3.
    /// Of NoisyXX1 the part below threshold is counted, where nine of ten units are, with FastExp as one.
    /// </remarks>
    public const int OperationsPerUnitCycle = 5 + 3 + 3 + 10 + 6 + 4 + 6 + 7 + 4 + 3 + 9 + 3 + 3;   // 66

    /// <summary>The whole.</summary>
    public double Ms => SendMs + LearnMs + UnitsMs;

    /// <summary>The roofline of a trial's work at a machine's speeds.</summary>
    public static Roofline Of(BenchmarkWork work, RooflineSpeeds speeds)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(speeds);
        return new(
            1000 * BytesSent * work.SynapsesSent / speeds.SendBandwidth,
            1000 * BytesLearned * work.SynapsesLearned / speeds.LearnBandwidth,
            1000 * OperationsPerUnitCycle * work.UnitCycles / (2 * speeds.MultiplyAddRate));
    }
}
