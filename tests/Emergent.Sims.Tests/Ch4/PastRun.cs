using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>What the logs of a simulation have of a run.</summary>
internal sealed class PastRun(Simulation simulation, int run)
{
    /// <summary>A number of the run's row.</summary>
    public double Of(string column) => simulation.Log[RunMode.Train, TimeScale.Run].View().Numbers(column)[run];

    /// <summary>A number of one of the run's epochs of training.</summary>
    public double At(int epoch, string column) => simulation.Log[RunMode.Train, TimeScale.Epoch].View().Where("Run", run).Numbers(column)[epoch];

    /// <summary>A number of the run's last epoch of training, or last test.</summary>
    public double Last(RunMode mode, string column) => simulation.Log[mode, TimeScale.Epoch].View().Where("Run", run).Numbers(column)[^1];
}
