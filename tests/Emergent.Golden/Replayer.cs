namespace Emergent.Golden;

/// <summary>Replays a folder of golden data.</summary>
public static class Replayer
{
    /// <summary>Replays every case and function table of a folder, in order of name.</summary>
    /// <exception cref="EmergentException">The folder is missing, or has nothing to replay.</exception>
    public static IEnumerable<Comparison> Replay(string folder, ReplayOptions options)
    {
        if (!Directory.Exists(folder)) { throw new EmergentException(File.Exists(folder) ? $"'{folder}' is a file; name the folder that it is in." : $"There is no folder '{folder}'."); }
        var networks = Directory.GetFiles(folder, $"*{GoldenCase.Description}*").Order(StringComparer.Ordinal).ToList();
        var tables = Directory.GetFiles(folder, "*.tsv*").Select(f => Path.GetFileName(f).Replace(".gz", "").Replace(".tsv", "")).Distinct().Order(StringComparer.Ordinal);
        foreach (var net in networks.Where(n => Path.GetFileName(n).Contains(options.Case, StringComparison.Ordinal))) { yield return GoldenCase.Run(net, options); }
        if (networks.Count > 0) { yield break; }
        foreach (var table in tables.Where(t => t.Contains(options.Case, StringComparison.Ordinal))) { yield return FunctionTables.Run(folder, table); }
    }
}
