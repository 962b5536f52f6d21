using Emergent.Networks;

namespace Emergent.Sims.Tests;

public sealed class SimulationPassTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-pass").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Clocks_divide_all_the_time_and_change_no_log()
    {
        var pass = SimulationPass.Run(Short(), _folder, s => s.Run());
        Assert.Equal((6 * 25) + 25, pass.Trials);   // one test, after the fifth epoch
        Assert.Equal(6, pass.EpochMs.Count);
        Assert.Equal(1, Enum.GetValues<SimulationPart>().Sum(pass.Share), tolerance: 1e-9);
        Assert.All(Enum.GetValues<SimulationPart>(), part => Assert.True(pass.MsPerTrial(part) > 0, $"{part}"));
        string[] withClocks = Logs();

        var plain = Short();
        using (LogFolder.Open(_folder, plain, overwrite: true)) { plain.Run(); }
        Assert.Equal(Logs(), withClocks);
    }

    private static RandomAssociator Short()
    {
        var simulation = new RandomAssociator();
        simulation.Set("Sim.Runs=1");
        simulation.Set("Sim.Epochs=6");
        return simulation;
    }

    private string[] Logs() => [.. Directory.GetFiles(_folder, "*_trial.tsv").Append(Directory.GetFiles(_folder, "*test_epoch.tsv").Single()).Select(File.ReadAllText)];
}
