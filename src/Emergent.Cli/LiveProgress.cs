using System.Globalization;
using Emergent.Networks;
using Spectre.Console;

namespace Emergent.Cli;

/// <summary>Runs a simulation with a progress bar on the terminal: run, epoch, error, time left.</summary>
internal static class LiveProgress
{
    /// <summary>Runs the simulation.</summary>
    public static LoopState Run(Simulation simulation, CancellationToken stop)
    {
        Console.WriteLine(PlainProgress.Title(simulation));
        var state = LoopState.Ready;
        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new PercentageColumn())
            .Start(context =>
            {
                var bar = context.AddTask("starting");
                simulation.EpochEnded += progress =>
                {
                    bar.Description = Markup.Escape(Text(progress, simulation.FirstRun));
                    bar.Value = 100 * progress.Share;
                };
                state = simulation.Run(stop);
            });
        return state;
    }

    /// <summary>What stands before the bar; short, so that the bar has room on a terminal of 80 columns.</summary>
    private static string Text(SimulationProgress progress, int firstRun)
    {
        var error = double.IsNaN(progress.PercentError) ? "" : string.Create(CultureInfo.InvariantCulture, $"  {100 * progress.PercentError,3:0} % wrong");
        var left = progress.Remaining is { } time ? $"  {time:h\\:mm\\:ss} left" : "";
        return $"run {progress.Run - firstRun + 1}/{progress.Runs}  epoch {progress.Epoch + 1}/{progress.Epochs}{error}{left}";
    }
}
