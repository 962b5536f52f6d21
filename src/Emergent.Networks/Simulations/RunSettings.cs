using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Writes all that a result can be made again with: seed, counts, styles, every parameter that is not its default, versions.</summary>
internal static class RunSettings
{
    public const string FileName = "settings.json";

    public static void Write(Stream stream, Simulation simulation, string started, string outcome, IEnumerable<string> files, IEnumerable<(string File, Table Table)> tables)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("simulation", simulation.Name);
        json.WriteString("network", simulation.Network.Name);
        json.WriteString("outcome", outcome);
        json.WriteString("tag", simulation.Tag);
        json.WriteString("note", simulation.Note);
        json.WriteNumber("seed", simulation.Seed);
        json.WriteNumber("firstRun", simulation.FirstRun);
        json.WriteNumber("runs", simulation.Runs);
        json.WriteNumber("epochs", simulation.Epochs);
        json.WriteNumber("threads", simulation.Threads);
        WriteList(json, "styleSets", [StyleSets.Base, .. simulation.UsedStyles]);
        WriteList(json, "settings", simulation.Settings);
        json.WriteStartArray("parameters");
        foreach (var (owner, path, value) in simulation.Network.Styles.NonDefaultIn(simulation.Network))
        {
            json.WriteStartObject();
            json.WriteString("object", owner);
            json.WriteString("path", path);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("emergent", VersionOf(typeof(Simulation).Assembly));
        json.WriteString("model", $"{simulation.GetType().FullName}, {simulation.GetType().Assembly.GetName().Name} {VersionOf(simulation.GetType().Assembly)}");
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("system", $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}");
        json.WriteString("started", started);
        WriteList(json, "files", files);
        json.WriteStartObject("tables");   // meta data: how plots show them
        foreach (var (file, table) in tables)
        {
            json.WriteStartObject(file);
            foreach (var (key, value) in table.MetaData) { json.WriteString(key, value); }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Gives a table the meta data that the settings beside its file have of it, if there are settings.</summary>
    public static void ReadMetaData(string path, Table table)
    {
        var settings = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, FileName);
        if (!File.Exists(settings)) { return; }
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(settings));
            if (!json.RootElement.TryGetProperty("tables", out var tables) || !tables.TryGetProperty(Path.GetFileName(path), out var metaData)) { return; }
            foreach (var entry in metaData.EnumerateObject()) { table.MetaData[entry.Name] = entry.Value.GetString() ?? ""; }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new EmergentException($"File '{settings}' could not be read: {SystemErrors.SentenceOf(e)} Load the table by itself, without its meta data: Table.Load.", e);
        }
    }

    private static string VersionOf(Assembly assembly) => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) { json.WriteStringValue(item); }
        json.WriteEndArray();
    }
}
