using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>How a simulation is to be run, as a file says it that a person wrote: seed, style sets and any parameters, with other files included.</summary>
/// <remarks>
/// A JSON object; comments and a comma after the last entry are allowed. <c>includes</c> lists files that are read first, relative to this one; <c>seed</c> and
/// <c>styles</c> are those; every other entry is a parameter as <see cref="Simulation.Set"/> takes it: <c>"Sim.Epochs": 20</c>,
/// <c>"#Output Layer.Inhib.Layer.Gi": 1.4</c>. What is said later goes above what was said before. Source: emergent econfig.
/// </remarks>
/// <param name="Path">The file that it was read from, for errors.</param>
/// <param name="Seed">The seed; null where the file says none.</param>
/// <param name="StyleSets">The style sets besides <c>Base</c>, in order; null where the file says none.</param>
/// <param name="Settings">The parameters, in order.</param>
public sealed record RunConfiguration(string Path, long? Seed, IReadOnlyList<string>? StyleSets, IReadOnlyList<string> Settings)
{
    private const string Includes = "includes", SeedEntry = "seed", Styles = "styles";

    /// <summary>Reads a file and those that it includes.</summary>
    /// <exception cref="EmergentException">A file cannot be read, is damaged, includes itself, or has an entry that means nothing.</exception>
    public static RunConfiguration Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Read(path, []);
    }

    private static RunConfiguration Read(string path, HashSet<string> reading)
    {
        if (!reading.Add(System.IO.Path.GetFullPath(path))) { throw new EmergentException($"Configuration '{path}' includes itself. Take it out of its '{Includes}', or of those of a file that it includes."); }
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var read = Read(document.RootElement, path, reading);
            reading.Remove(System.IO.Path.GetFullPath(path));   // two may include the same
            return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"Configuration '{path}' could not be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EmergentException($"Configuration '{path}' is damaged at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: {JsonErrors.FirstSentence(e)}. Mend it there.", e);
        }
    }

    private static RunConfiguration Read(JsonElement root, string path, HashSet<string> reading)
    {
        if (root.ValueKind != JsonValueKind.Object) { throw new EmergentException($"Configuration '{path}' is a JSON {root.ValueKind}; it must be an object of entries: {{ \"Sim.Epochs\": 20 }}."); }
        var all = new RunConfiguration(path, null, null, []);
        if (root.TryGetProperty(Includes, out var includes))
        {
            foreach (var file in List(includes, Includes, path))
            {
                var included = Read(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", file), reading);
                all = all with { Seed = included.Seed ?? all.Seed, StyleSets = included.StyleSets ?? all.StyleSets, Settings = [.. all.Settings, .. included.Settings] };
            }
        }
        foreach (var entry in root.EnumerateObject())
        {
            all = entry.Name switch
            {
                Includes => all,
                SeedEntry => all with { Seed = entry.Value.ValueKind == JsonValueKind.Number && entry.Value.TryGetInt64(out var seed) ? seed : throw Wrong(path, entry, "a whole number") },
                Styles => all with { StyleSets = List(entry.Value, Styles, path) },
                _ when entry.Name.Contains('.', StringComparison.Ordinal) => all with { Settings = [.. all.Settings, $"{entry.Name}={Value(entry, path)}"] },
                _ => throw new EmergentException($"Configuration '{path}' has an entry '{entry.Name}', which is no path of a parameter, such as Sim.Epochs. {Names.DidYouMean(entry.Name, [Includes, SeedEntry, Styles])}"),
            };
        }
        return all;
    }

    private static string Value(JsonProperty entry, string path) => entry.Value.ValueKind switch
    {
        JsonValueKind.String => entry.Value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => entry.Value.GetRawText(),
        _ => throw Wrong(path, entry, "a number, a truth value or a text"),
    };

    private static string[] List(JsonElement value, string name, string path) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String && e.GetString()!.Length > 0) ? [.. value.EnumerateArray().Select(e => e.GetString()!)]
            : throw new EmergentException($"Configuration '{path}': '{name}' must be a list of names: \"{name}\": [\"…\"].");

    private static EmergentException Wrong(string path, JsonProperty entry, string rule) =>
        new($"Configuration '{path}': '{entry.Name}' is {entry.Value.GetRawText()}; it must be {rule}.");
}
