using System.Diagnostics;

namespace Emergent.Leabra;

/// <summary>How long each step of a trial takes and how much work it is, summed over cycles and trials; off unless asked for.</summary>
public sealed class TrialProfile
{
    private readonly long[] _ticks = new long[Enum.GetValues<TrialStep>().Length];
    private readonly HashSet<(LeabraLayer Layer, int Unit)> _senders = [];
    private long _last;

    /// <summary>Units advanced by a cycle: units times cycles.</summary>
    public long UnitCycles { get; private set; }

    /// <summary>Synapses through which something was sent, once for each time.</summary>
    public long SynapsesSent { get; private set; }

    /// <summary>Synapses through which something was sent, once for each trial: what a trial reads again and again.</summary>
    public long SynapsesSentOnce { get; private set; }

    /// <summary>Synapses whose change was computed: those of senders that were not silent in both phases.</summary>
    public long SynapsesLearned { get; private set; }

    /// <summary>Milliseconds spent in a step.</summary>
    public double Milliseconds(TrialStep step) => _ticks[(int)step] * 1000.0 / Stopwatch.Frequency;

    internal void Begin() => _last = Stopwatch.GetTimestamp();

    internal void End(TrialStep step)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[(int)step] += now - _last;
        _last = now;
    }

    /// <summary>Counts what a layer sends in this cycle; the time that counting takes is nobody's.</summary>
    internal void CountSent(LeabraLayer layer)
    {
        UnitCycles += layer.UnitCount;
        foreach (var unit in layer.Senders.Units)
        {
            var synapses = SynapsesOf(layer, unit, _ => true);
            SynapsesSent += synapses;
            if (_senders.Add((layer, unit))) { SynapsesSentOnce += synapses; }
        }
        _last = Stopwatch.GetTimestamp();
    }

    /// <summary>Counts what a layer's sending projections have learned from this trial, which ends.</summary>
    internal void CountLearned(LeabraLayer layer, bool learn)
    {
        _senders.Clear();
        if (!learn) { return; }
        for (var unit = 0; unit < layer.UnitCount; unit++) { SynapsesLearned += SynapsesOf(layer, unit, p => p.LearnsFrom(unit)); }
        _last = Stopwatch.GetTimestamp();
    }

    private static long SynapsesOf(LeabraLayer layer, int unit, Func<LeabraProjection, bool> take) =>
        layer.SendingProjections.Cast<LeabraProjection>().Where(p => !p.IsOff && take(p)).Sum(p => (long)p.Synapses.Row(unit).Count);
}
