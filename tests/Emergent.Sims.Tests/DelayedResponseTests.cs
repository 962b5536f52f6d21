using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class DelayedResponseTests
{
    [Fact]
    public void Cue_is_held_by_prediction_gates_and_dopamine_together()
    {
        var runs = Run(TestSize.Of(10, 2), styles: []);
        var message = string.Join("; ", runs.Select(r => $"GoErr {r.GoErr:F2} PredErr {r.PredErr:F2} DA {r.FirstReward:F2} → {r.DA:F2}, {r.Epochs} epochs"));
        Assert.True(runs.All(r => r.PredErr < 0.05), message);                    // the cortex knows what comes
        Assert.True(runs.Count(r => r.GoErr == 0) >= TestSize.Of(8, 1), message); // the cue is held
        Assert.True(runs.Where(r => r.GoErr == 0).All(r => r.DA < 0.5), message); // a reward of 1 is mostly expected
    }

    [Fact]
    public void Without_context_events_are_not_predicted_and_the_cue_is_not_put_out()
    {
        var runs = Run(TestSize.Of(4, 1), "NoContext");
        Assert.True(runs.All(r => r.GoErr > 0.3 && r.PredErr > 0.1), string.Join("; ", runs.Select(r => $"GoErr {r.GoErr:F2} PredErr {r.PredErr:F2}")));
    }

    [Fact]
    public void Without_dopamine_gates_are_right_only_by_luck()
    {
        var runs = Run(TestSize.Of(10, 1), "NoDopamine");
        Assert.True(runs.All(r => r.PredErr < 0.05));
        if (!TestSize.IsFull) { return; }
        Assert.True(runs.Count(r => r.GoErr > 0.3) >= 4, string.Join("; ", runs.Select(r => $"GoErr {r.GoErr:F2}")));   // with dopamine at most two of ten
    }

    [Fact]
    public void Cue_is_asked_for_after_the_delay()
    {
        var environment = new DelayedResponseEnvironment(stimuli: 4, delay: 2, sequences: 50);
        environment.Initialize(seed: 1, run: 0);
        for (var sequence = 0; sequence < 100; sequence++)
        {
            var cue = -1;
            for (var tick = 0; tick < 4; tick++)
            {
                Assert.True(environment.Step());
                Assert.Equal(sequence / 50, environment.Counters.Single(c => c.Scale == TimeScale.Epoch).Current);
                Assert.Equal((tick == 0 ? 0 : tick == 3 ? 2 : 1, tick == 3), (environment.Event, environment.IsGo));
                if (tick == 0) { cue = environment.State("Stimulus").Values.IndexOf(1f); }
                var shown = environment.State("Stimulus").Values.IndexOf(1f);
                Assert.Equal(tick == 3 ? cue : shown, environment.State("Response").Values.IndexOf(1f));
                Assert.Equal(tick == 3, shown < 0);
            }
        }
    }

    private static (double GoErr, double PredErr, double FirstReward, double DA, int Epochs)[] Run(int runs, params string[] styles) => ParallelRuns.Of(
        runs,
        () =>
        {
            var simulation = new DelayedResponse { Epochs = 60 };
            simulation.UseStyles(styles);
            return simulation;
        },
        s => (Last(s, "GoErr").Min(), Last(s, "PredErr").Average(), Column(s, "DA_Go").Max(), Last(s, "DA_Go").Average(), Column(s, "GoErr").Length));

    private static IEnumerable<double> Last(Simulation simulation, string column) => Column(simulation, column).TakeLast(5);

    private static double[] Column(Simulation simulation, string column) => simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>(column).Values.ToArray();
}
