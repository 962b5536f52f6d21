using Emergent.Networks;

namespace Emergent.Leabra;

// A trial cycle by cycle, for loops over cycles: the steps of RunTrial.
public partial class LeabraNetwork : ICycled
{
    int ICycled.CyclesPerTrial => 4 * Time.CyclesPerQuarter;

    void ICycled.BeginTrial(bool learn) => BeginTrial(learn);

    void ICycled.RunCycle()
    {
        RunCycle();
        if (Time.Cycle % Time.CyclesPerQuarter == 0) { EndQuarter(); }
    }

    void ICycled.EndTrial(bool learn) => EndTrial(learn);

    private void EndTrial(bool learn)
    {
        if (learn) { LearnWeights(); }
        if (Profile is { } learning) { foreach (var layer in _active) { learning.CountLearned(layer, learn); } }
        ReachSafePoint(TimeScale.Trial);
    }
}
