using System.Diagnostics;

namespace Emergent.Leabra;

/// <summary>How long each step of a trial takes and how much work it is, summed over cycles and trials; off unless asked for.</summary>
public sealed class TrialProfile
{
    private readonly long[] _ticks = new long[Enum.GetValues<TrialStep>().Length];
    private readonly WeightTouches _touches;
    private long _last;

    /// <summary>A profile that is all 0.</summary>
    /// <param name="before">The profile of the trials just before, which knows what they touched; without one, all weights count as just initialized.</param>
    public TrialProfile(TrialProfile? before = null) => _touches = before?._touches ?? new WeightTouches();

    /// <summary>Whether work is counted, too; its time is no step's, but it takes cache away from them.</summary>
    public bool CountsWork { get; init; } = true;

    /// <summary>Units advanced by a cycle: units times cycles.</summary>
    public long UnitCycles { get; private set; }

    /// <summary>Synapses through which something was sent, once for each time.</summary>
    public long SynapsesSent { get; private set; }

    /// <summary>Synapses whose change was computed: those of senders that were not silent in both phases.</summary>
    public long SynapsesLearned { get; private set; }

    /// <summary>Bytes that sending read: Wt of each synapse, once for each time.</summary>
    public BytesByDistance BytesSent { get; } = new();

    /// <summary>Bytes that learning read, and wrote again: Wt, LWt and Moment of each synapse.</summary>
    public BytesByDistance BytesLearned { get; } = new();

    /// <summary>Milliseconds spent in a step.</summary>
    public double Milliseconds(TrialStep step) => _ticks[(int)step] * 1000.0 / Stopwatch.Frequency;

    internal void Begin() => _last = Stopwatch.GetTimestamp();

    internal void End(TrialStep step)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[(int)step] += now - _last;
        _last = now;
    }

    /// <summary>Counts what a layer receives in this cycle; the time that counting takes is nobody's.</summary>
    internal void CountReceived(LeabraLayer layer)
    {
        if (!CountsWork) { return; }
        _touches.TouchAll(layer.LeabraNetwork);
        UnitCycles += layer.UnitCount;
        foreach (LeabraProjection projection in layer.ReceivingProjections)
        {
            if (!projection.TakesPart) { continue; }
            foreach (var unit in projection.LeabraSender.Senders.Units)
            {
                SynapsesSent += projection.Synapses.Row(unit).Count;
                _touches.Send(projection, unit, BytesSent);
            }
        }
        _last = Stopwatch.GetTimestamp();
    }

    /// <summary>Counts what a layer's sending projections have learned from this trial, which ends.</summary>
    internal void CountLearned(LeabraLayer layer, bool learn)
    {
        if (!CountsWork || !learn) { return; }
        foreach (LeabraProjection projection in layer.SendingProjections)
        {
            if (!projection.TakesPart) { continue; }
            for (var unit = 0; unit < layer.UnitCount; unit++)
            {
                if (!projection.Visits(unit)) { continue; }
                SynapsesLearned += projection.Synapses.Row(unit).Count;
                _touches.Learn(projection, unit, BytesLearned);
            }
        }
        _last = Stopwatch.GetTimestamp();
    }
}
