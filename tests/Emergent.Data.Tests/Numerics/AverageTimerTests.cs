namespace Emergent.Data.Tests;

public class AverageTimerTests
{
    [Fact]
    public void Times_add_up_and_have_an_average()
    {
        var timer = new AverageTimer();
        Assert.Equal((0, TimeSpan.Zero, TimeSpan.Zero), (timer.Count, timer.Total, timer.Average));
        var sum = TimeSpan.Zero;
        for (var i = 0; i < 4; i++)
        {
            timer.Start();
            Thread.Sleep(2);
            sum += timer.Stop();
        }
        Assert.InRange(sum, TimeSpan.FromMilliseconds(6), TimeSpan.FromMinutes(1));
        Assert.Equal(4, timer.Count);
        Assert.InRange((timer.Total - sum).Duration(), TimeSpan.Zero, TimeSpan.FromMicroseconds(1));   // each of the four is rounded
        Assert.Equal(timer.Total / 4, timer.Average);
        timer.Reset();
        Assert.Equal((0, TimeSpan.Zero), (timer.Count, timer.Total));
    }

    [Fact]
    public void Time_that_was_begun_twice_counts_from_the_second()
    {
        var timer = new AverageTimer();
        timer.Start();
        Assert.True(timer.IsRunning);
        Thread.Sleep(50);
        var between = System.Diagnostics.Stopwatch.GetTimestamp();
        timer.Start();
        var taken = timer.Stop();
        Assert.True(taken <= System.Diagnostics.Stopwatch.GetElapsedTime(between));
        Assert.Equal((1, false), (timer.Count, timer.IsRunning));
    }

    [Fact]
    public void A_timer_that_does_not_run_has_no_time_to_take()
    {
        var timer = new AverageTimer();
        Assert.Contains("Call Start first", Assert.Throws<InvalidOperationException>(() => timer.Stop()).Message, StringComparison.Ordinal);
        timer.Start();
        timer.Reset();
        Assert.Throws<InvalidOperationException>(() => timer.Stop());
    }
}
