using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>Rows that are to be compared with each other, measured in turns: a machine that is shared is slower now and then, and not for all rows at once.</summary>
internal static class BenchRounds
{
    private const int Rounds = 4;

    /// <summary>The best result of each row: of four rounds, or of one if no time is to be spent.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="seconds">How long to time a row, in two rounds together.</param>
    /// <param name="page">Where it is shown what is being measured.</param>
    /// <param name="name">A row's name.</param>
    /// <param name="measure">Measures a row for so many seconds.</param>
    public static IReadOnlyList<BenchmarkResult> Best(int rows, int seconds, BenchPage page, Func<int, string> name, Func<int, double, BenchmarkResult> measure)
    {
        var rounds = seconds == 0 ? 1 : Rounds;
        var best = new BenchmarkResult?[rows];
        for (var round = 0; round < rounds; round++)
        {
            for (var row = 0; row < rows; row++)
            {
                page.Announce($"{name(row)}, round {round + 1} of {rounds}");
                var result = measure(row, seconds / 2d);
                var other = best[row] ?? result;
                var faster = result.BestMsPerTrial < other.BestMsPerTrial ? result : other;
                var stepped = result.SynapseMsPerMillionVisits < other.SynapseMsPerMillionVisits ? result : other;
                best[row] = faster with { MsByStep = stepped.MsByStep, StepWork = stepped.StepWork, Speeds = RooflineSpeeds.Best(result.Speeds, other.Speeds) };
            }
        }
        return [.. best.Select(r => r!)];
    }
}
