using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>How much of a memory a hippocampus has recalled in ECout, and whether that is enough to say that it was remembered.</summary>
/// <remarks>
/// Units count by their minus phase (ActM), above or below 0.5. In training what is to be recalled is what ECin shows; in a test it is the whole memory, of which the units
/// that the cue was without (ECin's ActQ1 below 0.5) count for memory. Source: emergent leabra, examples/hip, MemStats.
/// </remarks>
/// <param name="layers">The hippocampus.</param>
/// <param name="threshold">The share of units of either kind that may be wrong in a memory.</param>
internal sealed class RecallScore(HippocampusLayers layers, double threshold)
{
    /// <summary>Which part of the memory's units was off.</summary>
    public double TrgOnWasOffAll { get; private set; }

    /// <summary>Which part of the memory's units that the cue was without was off; NaN where it was without none.</summary>
    public double TrgOnWasOffCmp { get; private set; }

    /// <summary>Which part of the units that do not belong to the memory was on.</summary>
    public double TrgOffWasOn { get; private set; }

    /// <summary>1 if it was remembered, else 0.</summary>
    public double Mem { get; private set; }

    /// <summary>Looks at the last trial.</summary>
    public void Update(bool isTest)
    {
        ReadOnlySpan<float> target = layers.ECout.Units("Targ"), recalled = layers.ECout.Units("ActM"), cue = layers.ECin.Units("ActQ1");
        var (on, off, completed, onWasOff, offWasOn, completedWasOff) = (0, 0, 0, 0, 0, 0);
        for (var unit = 0; unit < target.Length; unit++)
        {
            var isActive = recalled[unit] > 0.5f;
            if (target[unit] < 0.5f)
            {
                off++;
                if (isActive) { offWasOn++; }
                continue;
            }
            var isCompletion = cue[unit] < 0.5f;
            on++;
            if (isCompletion) { completed++; }
            if (isActive) { continue; }
            onWasOff++;
            if (isCompletion) { completedWasOff++; }
        }
        (TrgOnWasOffAll, TrgOnWasOffCmp, TrgOffWasOn) = ((double)onWasOff / on, (double)completedWasOff / completed, (double)offWasOn / off);
        var missing = isTest && completed > 0 ? TrgOnWasOffCmp : TrgOnWasOffAll;
        Mem = missing < threshold && TrgOffWasOn < threshold ? 1 : 0;
    }
}
