using Emergent;
using Emergent.Data;
using Emergent.Golden;

// Replays folders of golden data: emergent's numbers against ours, bit by bit. Exit code 0: no bit differs; 1: some do; 2: nothing could be compared.
const string Usage = "usage: Emergent.Golden FOLDER… [--threads N] [--fused] [--case TEXT]";
var folders = new List<string>();
var options = new ReplayOptions();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--threads" when i + 1 < args.Length && int.TryParse(args[i + 1], out var threads) && threads >= 0: (options, i) = (options with { Threads = threads }, i + 1); break;
        case "--case" when i + 1 < args.Length: (options, i) = (options with { Case = args[i + 1] }, i + 1); break;
        case "--fused": options = options with { Fused = true }; break;
        case "--threads" or "--case":
            Console.Error.WriteLine($"'{args[i]}' needs {(args[i] == "--case" ? "a text" : "a number of at least 0")} after it.\n{Usage}");
            return 2;
        case "--help" or "-h":
            Console.WriteLine(Usage);
            return 0;
        case var option when option.StartsWith('-'):
            Console.Error.WriteLine($"'{option}' is not an option. {Names.DidYouMean(option, ["--threads", "--fused", "--case"])}\n{Usage}");
            return 2;
        default: folders.Add(args[i]); break;
    }
}
if (folders.Count == 0)
{
    Console.Error.WriteLine(Usage);
    return 2;
}
try
{
    long compared = 0, differing = 0, cases = 0, skipped = 0;
    foreach (var result in folders.SelectMany(folder => Replayer.Replay(folder, options)))
    {
        Console.WriteLine(result);
        compared += result.Compared;
        differing += result.Differing;
        if (result.Skipped is null) { cases++; } else { skipped++; }
    }
    Console.WriteLine($"{cases} cases, {compared} values compared, {differing} differ; {skipped} cases skipped; {Kernel.MachineLanes} lanes");
    if (cases == 0)
    {
        Console.Error.WriteLine($"Nothing was compared: no case{(options.Case.Length > 0 ? $" with '{options.Case}' in its name" : "")} that can be run is in {string.Join(", ", folders)}.");
        return 2;
    }
    return differing == 0 ? 0 : 1;
}
catch (Exception e) when (e is EmergentException or IOException or FormatException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
