using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Emergent.Networks;

/// <summary>Writes all that a result can be made again with: seed, counts, styles, every parameter that is not its default, versions.</summary>
internal static class RunSettings
{
    public static void Write(Stream stream, Simulation simulation, string started, string outcome, IEnumerable<string> files)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("simulation", simulation.Name);
        json.WriteString("network", simulation.Network.Name);
        json.WriteString("outcome", outcome);
        json.WriteNumber("seed", simulation.Seed);
        json.WriteNumber("runs", simulation.Runs);
        json.WriteNumber("epochs", simulation.Epochs);
        json.WriteNumber("threads", simulation.Threads);
        WriteList(json, "styleSets", [StyleSets.Base, .. simulation.UsedStyles]);
        WriteList(json, "settings", simulation.Settings);
        json.WriteStartArray("parameters");
        foreach (var (owner, path, value) in simulation.Network.Styles.NonDefault())
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
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static string VersionOf(Assembly assembly) => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) { json.WriteStringValue(item); }
        json.WriteEndArray();
    }
}
