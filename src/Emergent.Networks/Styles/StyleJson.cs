using System.Text.Encodings.Web;
using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Reads and writes style sets in emergent's JSON.</summary>
/// <remarks>Source: emer/emergent, params: Sets, Sheets, Sheet and Sel.</remarks>
internal static class StyleJson
{
    public static List<(string Name, StyleSheet Sheet)> Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions
            {
                AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false,
            });
            return Sets(document.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"Style file '{path}' could not be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EmergentException($"Style file '{path}' is damaged{(e.LineNumber is { } line ? $" at line {line + 1}" : "")}: {JsonErrors.FirstSentence(e)}. No style set has changed.", e);
        }
        catch (EmergentException e)
        {
            throw new EmergentException($"Style file '{path}': {e.Message} No style set has changed.", e);
        }
    }

    public static void Write(Stream stream, IEnumerable<(string Name, string Description, IReadOnlyList<TextStyleRule> Rules)> sets)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach (var (name, description, rules) in sets)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("Desc", description);
            writer.WriteStartObject("Sheets");
            WriteSheet(writer, "Network", rules, isSimulation: false);
            if (rules.Any(r => r.Settings.Any(s => s.Target == StyleTarget.Simulation))) { WriteSheet(writer, "Sim", rules, isSimulation: true); }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    // The reference has a sheet for each receiver of parameters: the network, and the simulation.
    private static void WriteSheet(Utf8JsonWriter writer, string name, IReadOnlyList<TextStyleRule> rules, bool isSimulation)
    {
        writer.WriteStartArray(name);
        foreach (var rule in rules)
        {
            var settings = rule.Settings.Where(s => (s.Target == StyleTarget.Simulation) == isSimulation).ToList();
            if (settings.Count == 0) { continue; }
            writer.WriteStartObject();
            writer.WriteString("Sel", rule.Selector);
            writer.WriteString("Desc", rule.Reason);
            writer.WriteStartObject("Params");
            // Where a rule sets a parameter twice, the last one is what it sets.
            foreach (var (target, path, text) in settings.AsEnumerable().Reverse().DistinctBy(s => (s.Target, s.Path)).Reverse())
            {
                writer.WriteString(target is { } t ? $"{ParameterPath.Prefix(t)}.{path}" : path, text);
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static List<(string, StyleSheet)> Sets(JsonElement root)
    {
        Expect(root, JsonValueKind.Array, "it");
        var sets = new List<(string Name, StyleSheet)>();
        foreach (var (i, set) in root.EnumerateArray().Index())
        {
            Expect(set, JsonValueKind.Object, $"set {i + 1}");
            var name = Text(set, "Name", $"set {i + 1}");
            if (string.IsNullOrWhiteSpace(name)) { throw new EmergentException($"set {i + 1} has no 'Name'. Give it one; 'Base' is always in use."); }
            if (sets.Exists(s => s.Name == name)) { throw new EmergentException($"there are two sets '{name}'. Give each its own name."); }
            sets.Add((name, Sheet(set, name)));
        }
        return sets;
    }

    private static StyleSheet Sheet(JsonElement set, string name)
    {
        var sheet = new StyleSheet { Description = Text(set, "Desc", $"set '{name}'") };
        if (!set.TryGetProperty("Sheets", out var sheets)) { throw new EmergentException($"set '{name}' has no 'Sheets'."); }
        Expect(sheets, JsonValueKind.Object, $"'Sheets' of set '{name}'");
        foreach (var member in sheets.EnumerateObject())
        {
            var where = $"set '{name}', sheet '{member.Name}'";
            if (member.Value.ValueKind == JsonValueKind.Null) { continue; }
            Expect(member.Value, JsonValueKind.Array, where);
            foreach (var (i, rule) in member.Value.EnumerateArray().Index())
            {
                var read = Rule(rule, $"{where}, rule {i + 1}");
                if (read.Settings.Count > 0) { sheet.Add(read); }   // the reference lets a rule have no parameters
            }
        }
        return sheet;
    }

    private static TextStyleRule Rule(JsonElement rule, string where)
    {
        Expect(rule, JsonValueKind.Object, where);
        var selector = Text(rule, "Sel", where);
        if (!rule.TryGetProperty("Params", out var parameters)) { throw new EmergentException($"{where} ('{selector}') has no 'Params'."); }
        Expect(parameters, JsonValueKind.Object, $"'Params' of {where} ('{selector}')");
        var settings = parameters.EnumerateObject().Select(p => (p.Name, Value(p.Value, $"{where} ('{selector}'), parameter '{p.Name}'"))).ToList();
        try { return new TextStyleRule(selector, Text(rule, "Desc", where), settings); }
        catch (EmergentException e) { throw new EmergentException($"{where}: {e.Message}", e); }
    }

    // The reference writes all values as text; a number or truth value written as such is as clear.
    private static string Value(JsonElement value, string where) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        var kind => throw new EmergentException($"{where} is a JSON {kind}; it must be a text, number or truth value."),
    };

    private static string Text(JsonElement owner, string member, string where)
    {
        if (!owner.TryGetProperty(member, out var value)) { return ""; }
        Expect(value, JsonValueKind.String, $"'{member}' of {where}");
        return value.GetString()!;
    }

    private static void Expect(JsonElement element, JsonValueKind kind, string where)
    {
        if (element.ValueKind != kind) { throw new EmergentException($"{where} is a JSON {element.ValueKind}; it must be a JSON {kind}."); }
    }
}
