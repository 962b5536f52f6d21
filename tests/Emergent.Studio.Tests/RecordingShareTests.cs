using System.Diagnostics;

namespace Emergent.Studio.Tests;

/// <summary>Which trials of a run are recorded.</summary>
public class RecordingShareTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Recording_takes_its_share_of_the_time(double share)
    {
        long trial = Stopwatch.Frequency / 1000, record = trial, now = 0, recorded = 0;
        var recording = new RecordingShare(share);
        for (var i = 0; i < 20_000; i++)
        {
            recording.BeginTrial(now += trial);
            if (!recording.IsChosen) { continue; }
            now += record;
            recorded += record;
            recording.Count(record);
        }
        Assert.Equal(share < 1 ? share : 0.5, (double)recorded / now, tolerance: 0.01);
    }

    [Fact]
    public void A_rest_saves_up_a_few_milliseconds_and_an_interruption_is_forgotten_in_time()
    {
        var (tick, now) = (Stopwatch.Frequency / 1000, 0L);
        var recording = new RecordingShare(0.02);
        recording.BeginTrial(now += 3_600_000 * tick);   // an hour
        recording.Count(3 * tick);
        recording.BeginTrial(now += tick);
        Assert.False(recording.IsChosen);
        recording.Count(100_000 * tick);                 // the computer slept
        recording.BeginTrial(now += 1900 * tick);
        Assert.False(recording.IsChosen);
        recording.BeginTrial(now += 200 * tick);
        Assert.True(recording.IsChosen);
    }
}
