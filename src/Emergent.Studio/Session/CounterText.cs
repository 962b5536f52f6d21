using System.Text.Unicode;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>Where a simulation is, as counts: of its loops, and of cycles and quarters within a trial.</summary>
internal sealed class CounterText
{
    private static readonly string[] NamesOfScales = Enum.GetNames<TimeScale>();   // an enumeration's ToString may allocate
    private readonly byte[] _text = new byte[256];
    private int _length;
    private bool _beginsTrial = true;

    /// <summary>Cycles since the trial began.</summary>
    public int Cycle { get; private set; }

    /// <summary>Quarters since the trial began.</summary>
    public int Quarter { get; private set; }

    /// <summary>Counts what has just ended.</summary>
    /// <returns>Whether it was the first of its trial.</returns>
    public bool Count(TimeScale scale)
    {
        var isFirst = _beginsTrial;
        if (isFirst) { (Cycle, Quarter, _beginsTrial) = (0, 0, false); }
        if (scale == TimeScale.Cycle) { Cycle++; }
        if (scale == TimeScale.Quarter) { Quarter++; }
        if (scale == TimeScale.Trial) { _beginsTrial = true; }
        return isFirst;
    }

    public void Reset() => (Cycle, Quarter, _beginsTrial) = (0, 0, true);

    /// <summary>The counts as a line of UTF-8, valid until the next.</summary>
    public ReadOnlySpan<byte> Write(LoopRunner loops, IEnvironment? environment, bool hasCycles)
    {
        _length = 0;
        var all = loops.Stack.Loops;
        for (var i = 0; i < all.Count; i++) { Append(NamesOfScales[(int)all[i].Scale], all[i].Current); }
        if (hasCycles && all.Count > 0 && all[^1].Scale > TimeScale.Cycle) { Append("Cycle", Cycle); }
        if (environment?.TrialName is { Length: > 0 } name && Utf8.TryWrite(_text.AsSpan(_length), $"TrialName: {name}", out var written)) { _length += written; }
        return _text.AsSpan(0, _length);
    }

    // What does not fit is left out: a trial's name can be of any length.
    private void Append(string name, int count)
    {
        if (Utf8.TryWrite(_text.AsSpan(_length), $"{name}: {count}  ", out var written)) { _length += written; }
    }
}
