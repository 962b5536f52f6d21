using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>The edits of a form as text to keep: rules and assignments in C#, or a configuration for <c>emergent run --config</c>.</summary>
internal static class EditsAsCode
{
    /// <summary>Assignments for the simulation, and rules for the style sheet of its network.</summary>
    public static string CSharp(Simulation simulation, IEnumerable<FormEntry> edits)
    {
        var (properties, rules) = (new StringBuilder(), new StringBuilder());
        foreach (var edit in edits)
        {
            var value = Parameter.Source(edit.Parameter.Get(edit.Owner));
            if (edit.Owner is IStyled { Target: not StyleTarget.Simulation } styled)
            {
                var variable = styled is Layer ? "l" : "p";
                rules.Append($"    {{ {Parameter.Source($"#{styled.Name}")}, \"set in the window\", ({styled.GetType().Name} {variable}) => {variable}.{edit.Parameter.Path} = {value} }},\n");
            }
            else { properties.Append($"simulation.{edit.Parameter.Path} = {value};\n"); }
        }
        if (properties.Length + rules.Length == 0) { return "// All parameters have their defaults.\n"; }
        return $"// What was set in the window for simulation '{simulation.Name}'.\n{properties}"
            + (rules.Length == 0 ? "" : $"simulation.Network.Styles[\"Window\"] = new()\n{{\n{rules}}};\nsimulation.UseStyles({string.Join(", ", simulation.UsedStyles.Append("Window").Select(Parameter.Source))});\n");
    }

    /// <summary>A configuration file.</summary>
    public static string Json(Simulation simulation, IEnumerable<FormEntry> edits)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("seed", simulation.Seed);
            if (simulation.UsedStyles.Count > 0)
            {
                json.WriteStartArray("styles");
                foreach (var style in simulation.UsedStyles) { json.WriteStringValue(style); }
                json.WriteEndArray();
            }
            foreach (var edit in edits)
            {
                json.WritePropertyName(edit.Setting ?? edit.Path);
                if (edit.Parameter.Type.IsPrimitive) { json.WriteRawValue(edit.Text); }
                else { json.WriteStringValue(edit.Text); }
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
