namespace Emergent.Networks;

/// <summary>The loops of one mode, each within the one before: runs of epochs of trials.</summary>
public sealed class LoopStack
{
    private readonly List<Loop> _loops = [];

    /// <summary>A stack without loops.</summary>
    public LoopStack(RunMode mode) => Mode = mode;

    /// <summary>What the loops are for.</summary>
    public RunMode Mode { get; }

    /// <summary>The loops, the outermost first.</summary>
    public IReadOnlyList<Loop> Loops => _loops;

    /// <summary>The loop over this time scale.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public Loop this[TimeScale scale] => Find(scale)
        ?? throw new EmergentException($"{Mode} has no loop over {scale}. {Names.DidYouMean(scale.ToString(), _loops.Select(l => l.Scale.ToString()))}");

    /// <summary>Adds a loop within those that there are.</summary>
    /// <param name="scale">What it counts; shorter than the loops around it.</param>
    /// <param name="maximum">How many passes there are at most; 0 for no limit.</param>
    /// <exception cref="EmergentException">A loop around it is over the same or a shorter time scale.</exception>
    public Loop Add(TimeScale scale, int maximum = 0)
    {
        if (_loops.Count > 0 && _loops[^1].Scale <= scale)
        {
            throw new EmergentException($"{Mode} loops over {_loops[^1].Scale}; a loop over {scale} is no shorter and cannot be within it. Add the loops from the longest time scale to the shortest.");
        }
        var loop = new Loop(scale, maximum, Mode.ToString());
        _loops.Add(loop);
        return loop;
    }

    // By index: a lambda would be allocated at each call.
    internal int IndexOf(TimeScale scale)
    {
        for (var i = 0; i < _loops.Count; i++) { if (_loops[i].Scale == scale) { return i; } }
        return -1;
    }

    internal Loop? Find(TimeScale scale) => IndexOf(scale) is >= 0 and var index ? _loops[index] : null;
}
