using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>What one run of the benchmark measured.</summary>
public sealed record BenchmarkResult
{
    /// <summary>The size.</summary>
    public required BenchmarkSize Size { get; init; }

    /// <summary>The number of threads asked for; 0 for as the network chose.</summary>
    public required int Threads { get; init; }

    /// <summary>The number of synapses.</summary>
    public required long Synapses { get; init; }

    /// <summary>Seconds to build the network and give it weights.</summary>
    public required double BuildSeconds { get; init; }

    /// <summary>Milliseconds a trial, on average over all timed.</summary>
    public required double MsPerTrial { get; init; }

    /// <summary>Milliseconds of the median trial.</summary>
    public required double MedianMsPerTrial { get; init; }

    /// <summary>Milliseconds a trial in the fastest epoch: what the machine gives when nothing disturbs.</summary>
    public required double BestMsPerTrial { get; init; }

    /// <summary>What a trial of all epochs does on average.</summary>
    public required BenchmarkWork Work { get; init; }

    /// <summary>What a trial of the fastest epoch does on average.</summary>
    public required BenchmarkWork BestWork { get; init; }

    /// <summary>How fast the machine was just before or just after.</summary>
    public required RooflineSpeeds Speeds { get; init; }

    /// <summary>Milliseconds a trial by step, in the fastest epoch of the passes that measure the steps.</summary>
    public required IReadOnlyDictionary<TrialStep, double> MsByStep { get; init; }

    /// <summary>What a trial of that epoch does on average.</summary>
    public required BenchmarkWork StepWork { get; init; }

    /// <summary>The largest memory that the process had while it built and ran the network, in MB.</summary>
    public required double PeakMemoryMB { get; init; }

    /// <summary>Bytes allocated by trials from the second epoch on, all together; 0 is as it should be.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>The running average activity (ActPAvgEff) of Hidden2 after each epoch: at LARGE it falls from .087 to .075 in five.</summary>
    public required IReadOnlyList<double> Hidden2Activity { get; init; }

    /// <summary>The running average activity of Output after each epoch: at LARGE .155…157.</summary>
    public required IReadOnlyList<double> OutputActivity { get; init; }

    /// <summary>The average squared error of each epoch.</summary>
    public required IReadOnlyList<double> AverageSse { get; init; }

    /// <summary>The average agreement of the phases in each epoch.</summary>
    public required IReadOnlyList<double> CosDiff { get; init; }

    /// <summary>The time that a trial of the fastest epoch takes at the machine's speeds, if weights come from where all of them lie.</summary>
    public Roofline Roofline => Roofline.Of(BestWork, Speeds);

    /// <summary>The roofline's share of the fastest epoch's time: 1 is as fast as the machine allows.</summary>
    public double RooflineFraction => Roofline.Ms / BestMsPerTrial;

    /// <summary>The least time that the machine allows for a trial of the fastest epoch, if rows that are used again come from the nearest cache that could hold them.</summary>
    public Roofline IdealCache => Roofline.WithIdealCache(BestWork, Speeds);

    /// <summary>Milliseconds for a million synapse visits in the fastest epoch, the whole trial taken together.</summary>
    public double MsPerMillionVisits => BestMsPerTrial / (BestWork.Visits / 1e6);

    /// <summary>Milliseconds that the machine allows for a million synapse visits in the fastest epoch, the whole trial taken together.</summary>
    public double RooflineMsPerMillionVisits => Roofline.Ms / (BestWork.Visits / 1e6);

    /// <summary>Milliseconds that sending, delivering and learning take for a million synapse visits, in the epoch of the steps.</summary>
    public double SynapseMsPerMillionVisits =>
        (MsByStep[TrialStep.SendConductance] + MsByStep[TrialStep.IntegrateConductance] + MsByStep[TrialStep.Learn]) / (StepWork.Visits / 1e6);

    /// <summary>Milliseconds that projections take for a million synapse visits: as <see cref="SynapseMsPerMillionVisits"/>, less what those steps take of the units alone.</summary>
    /// <param name="unitMs">Of a trial; see <see cref="LeabraBenchmark.UnitMsOfSending"/>.</param>
    public double ProjectionMsPerMillionVisits(double unitMs) => SynapseMsPerMillionVisits - unitMs / (StepWork.Visits / 1e6);

    /// <summary>Milliseconds that the machine allows for reading and writing the weights of a million synapse visits, in the same epoch.</summary>
    public double SynapseRooflineMsPerMillionVisits => Roofline.Of(StepWork, Speeds).MemoryMs / (StepWork.Visits / 1e6);

    /// <summary>Milliseconds for a million synapse visits in the median trial.</summary>
    public double MedianMsPerMillionVisits => MedianMsPerTrial / (Work.Visits / 1e6);
}
