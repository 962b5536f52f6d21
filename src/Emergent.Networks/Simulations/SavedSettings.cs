using System.Text.Json;

namespace Emergent.Networks;

/// <summary>The settings of an earlier simulation, as <c>settings.json</c> beside its logs has them.</summary>
/// <param name="Path">The file that they were read from, for errors.</param>
/// <param name="Simulation">The simulation's name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="StyleSets">The style sets that were used besides <c>Base</c>, in order.</param>
/// <param name="Settings">The settings above all style sets, in order.</param>
/// <param name="Parameters">Every parameter that was not its default: object, path and value.</param>
public sealed record SavedSettings(
    string Path, string Simulation, long Seed, IReadOnlyList<string> StyleSets, IReadOnlyList<string> Settings, IReadOnlyList<(string Object, string Path, string Value)> Parameters)
{
    /// <summary>Reads a file of settings.</summary>
    /// <exception cref="EmergentException">The file cannot be read, or is no settings file; the message has line and column where it is damaged.</exception>
    public static SavedSettings Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) { throw new EmergentException($"Settings file '{path}' could not be read: it is a folder. Name the {RunSettings.FileName} in it."); }
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file);
            return Read(document.RootElement, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"Settings file '{path}' could not be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EmergentException($"Settings file '{path}' is damaged at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: {JsonErrors.FirstSentence(e)}. Take another copy.", e);
        }
    }

    private static SavedSettings Read(JsonElement root, string path)
    {
        var parameters = Member(root, "parameters", JsonValueKind.Array).EnumerateArray().Select(p => (Text(p, "object"), Text(p, "path"), Text(p, "value"))).ToList();
        return new(path, Text(root, "simulation"), Member(root, "seed", JsonValueKind.Number).TryGetInt64(out var seed) ? seed : throw Wrong("'seed' is no whole number"),
            [.. List("styleSets").Where(s => s != Networks.StyleSets.Base)], List("settings"), parameters);

        List<string> List(string name) => [.. Member(root, name, JsonValueKind.Array).EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Wrong($"'{name}' has a JSON {e.ValueKind} in it"))];

        string Text(JsonElement owner, string name) => Member(owner, name, JsonValueKind.String).GetString()!;

        JsonElement Member(JsonElement owner, string name, JsonValueKind kind)
        {
            if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value)) { throw Wrong($"'{name}' is missing"); }
            return value.ValueKind == kind ? value : throw Wrong($"'{name}' is a JSON {value.ValueKind}; it must be a JSON {kind}");
        }

        EmergentException Wrong(string what) => new($"Settings file '{path}' is not one that a simulation wrote beside its logs: {what}. Take the settings.json of a log folder.");
    }
}
