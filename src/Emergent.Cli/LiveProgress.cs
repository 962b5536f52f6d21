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
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var bar = context.AddTask("starting");
                simulation.EpochEnded += progress =>
                {
                    var left = progress.Remaining is { } time ? $"{time:h\\:mm\\:ss} left" : "";
                    bar.Description = Markup.Escape($"run {progress.Run + 1}/{progress.Runs}  epoch {progress.Epoch + 1}/{progress.Epochs}  {PlainProgress.Errors(progress)}  {left}");
                    bar.Value = 100 * progress.Share;
                };
                state = simulation.Run(stop);
            });
        return state;
    }
}
