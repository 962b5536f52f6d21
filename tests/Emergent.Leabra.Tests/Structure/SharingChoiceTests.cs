using System.Diagnostics;

namespace Emergent.Leabra.Tests;

/// <summary>Whether work is shared follows from how long it takes, shared and alone.</summary>
public class SharingChoiceTests
{
    private static readonly long Millisecond = Stopwatch.Frequency / 1000;

    [Theory, InlineData(6, 10), InlineData(12, 10)]
    public void The_faster_way_is_taken_and_the_slower_one_tried_seldom(int shared, int alone)
    {
        var choice = new SharingChoice();
        Assert.True(choice.Shares);
        var (sharedTrials, _) = Trials(choice, 0, 500, shared, alone);
        if (shared < alone) { Assert.InRange(sharedTrials, 450, 499); }
        else { Assert.InRange(sharedTrials, 1, 50); }
    }

    [Fact]
    public void It_is_chosen_anew_when_the_machine_changes()
    {
        var choice = new SharingChoice();
        var (_, now) = Trials(choice, 0, 200, shared: 6, alone: 10);
        Assert.True(choice.Shares);
        (_, now) = Trials(choice, now, 100, shared: 20, alone: 10);
        var (sharedTrials, _) = Trials(choice, now, 200, shared: 20, alone: 10);
        Assert.InRange(sharedTrials, 0, 20);
        (_, now) = Trials(choice, now, 1000, shared: 6, alone: 10);
        (sharedTrials, _) = Trials(choice, now, 100, shared: 6, alone: 10);
        Assert.InRange(sharedTrials, 80, 100);
    }

    [Fact]
    public void Sharing_is_given_up_within_a_trial_in_which_helpers_do_not_come()
    {
        var choice = new SharingChoice();
        choice.BeginTrial(0);
        var pieces = 0;
        for (long now = 0; choice.Shares; pieces++)
        {
            now += 3 * Millisecond;
            choice.CountShared(3 * Millisecond, cost: 100_000, chunk: Millisecond / 100, waited: 3 * Millisecond, now);
        }
        Assert.Equal(2, pieces);
        choice.BeginTrial(10 * Millisecond);   // tries how long it takes alone
        choice.BeginTrial(30 * Millisecond);
        Assert.True(choice.Shares);
    }

    // Trials of one piece each, which take so many milliseconds.
    private static (int Shared, long Now) Trials(SharingChoice choice, long now, int count, int shared, int alone)
    {
        var sharedTrials = 0;
        for (var trial = 0; trial < count; trial++)
        {
            choice.BeginTrial(now);
            if (choice.Shares)
            {
                sharedTrials++;
                now += shared * Millisecond;
                choice.CountShared(shared * Millisecond, cost: 100_000, chunk: Millisecond, waited: 0, now);
            }
            else
            {
                now += alone * Millisecond;
                choice.CountAlone(alone * Millisecond, cost: 100_000);
            }
        }
        return (sharedTrials, now);
    }
}
