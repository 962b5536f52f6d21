using System.Text.Encodings.Web;
using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Reads and writes style sets in emergent's JSON.</summary>
/// <remarks>Source: emer/emergent, params: Sets, Sheets, Sheet and Sel.</remarks>
internal static class StyleJson
{
    /// <summary>The sheet of a set that is for layers and projections, and the one for the simulation; others bear the type or name of a styled object.</summary>
    private const string Network = "Network", Simulation = "Sim";

    public static List<(string Name, StyleSheet Sheet)> Read(string path, IReadOnlyCollection<string> objects)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions
            {
                AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false,
            });
            return Sets(document.RootElement, objects);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"Style file '{path}' could not be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EmergentException($"Style file '{path}' is damaged{(e.LineNumber is { } line ? $" at line {line + 1}, column {e.BytePositionInLine + 1}" : "")}: {JsonErrors.FirstSentence(e)}. No style set has changed.", e);
        }
        catch (EmergentException e)
        {
            throw new EmergentException($"Style file '{path}': {e.Message} No style set has changed.", e);
        }
    }

    public static void Write(Stream stream, IEnumerable<(string Name, string Description, IReadOnlyList<TextStyleRule> Rules)> sets, IReadOnlyCollection<string> objects)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach (var (name, description, rules) in sets)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("Desc", description);
            writer.WriteStartObject("Sheets");
            WriteSheet(writer, Network, rules, objects);
            foreach (var sheet in rules.SelectMany(r => Paths(r)).Select(p => SheetOf(p, objects)).Where(s => s != Network).Distinct()) { WriteSheet(writer, sheet, rules, objects); }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static IEnumerable<StyleSetting> Paths(TextStyleRule rule) => rule.Settings.Concat(rule.Hypers.Select(h => StyleSetting.Of(h.Path, "")));

    // The reference has a sheet for each receiver of parameters: the network, the simulation, and others.
    private static string SheetOf(StyleSetting setting, IReadOnlyCollection<string> objects) => setting.Target == StyleTarget.Simulation ? Simulation
        : setting.Target is null && setting.Path.Split('.')[0] is var type && objects.Contains(type) ? type : Network;

    private static void WriteSheet(Utf8JsonWriter writer, string name, IReadOnlyList<TextStyleRule> rules, IReadOnlyCollection<string> objects)
    {
        writer.WriteStartArray(name);
        foreach (var rule in rules)
        {
            var settings = rule.Settings.Where(s => SheetOf(s, objects) == name).ToList();
            var hypers = rule.Hypers.Where(h => SheetOf(StyleSetting.Of(h.Path, ""), objects) == name).ToList();
            if (settings.Count + hypers.Count == 0) { continue; }
            writer.WriteStartObject();
            writer.WriteString("Sel", rule.Selector);
            writer.WriteString("Desc", rule.Reason);
            writer.WriteStartObject("Params");
            // Where a rule sets a parameter twice, the last one is what it sets.
            foreach (var setting in settings.AsEnumerable().Reverse().DistinctBy(s => s.FullPath).Reverse()) { writer.WriteString(setting.FullPath, setting.Text); }
            writer.WriteEndObject();
            if (hypers.Count > 0) { HyperJson.Write(writer, hypers); }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static List<(string, StyleSheet)> Sets(JsonElement root, IReadOnlyCollection<string> objects)
    {
        Expect(root, JsonValueKind.Array, "it");
        var sets = new List<(string Name, StyleSheet)>();
        foreach (var (i, set) in root.EnumerateArray().Index())
        {
            Expect(set, JsonValueKind.Object, $"set {i + 1}");
            var name = Text(set, "Name", $"set {i + 1}");
            if (string.IsNullOrWhiteSpace(name)) { throw new EmergentException($"set {i + 1} has no 'Name'. Give it one; 'Base' is always in use."); }
            if (sets.Exists(s => s.Name == name)) { throw new EmergentException($"there are two sets '{name}'. Give each its own name."); }
            sets.Add((name, Sheet(set, name, objects)));
        }
        return sets;
    }

    private static StyleSheet Sheet(JsonElement set, string name, IReadOnlyCollection<string> objects)
    {
        var sheet = new StyleSheet { Description = Text(set, "Desc", $"set '{name}'") };
        if (!set.TryGetProperty("Sheets", out var sheets)) { throw new EmergentException($"set '{name}' has no 'Sheets'."); }
        Expect(sheets, JsonValueKind.Object, $"'Sheets' of set '{name}'");
        foreach (var member in sheets.EnumerateObject())
        {
            var where = $"set '{name}', sheet '{member.Name}'";
            if (member.Name is not (Network or Simulation) && !objects.Contains(member.Name))
            {
                throw new EmergentException($"{where}: there is nothing of this name to be styled. {Names.DidYouMean(member.Name, [Network, Simulation, .. objects])} For another object, call Styles.AddObject first.");
            }
            if (member.Value.ValueKind == JsonValueKind.Null) { continue; }
            Expect(member.Value, JsonValueKind.Array, where);
            foreach (var (i, rule) in member.Value.EnumerateArray().Index())
            {
                var read = Rule(rule, $"{where}, rule {i + 1}");
                if (read.Settings.Count + read.Hypers.Count > 0) { sheet.Add(read); }   // the reference lets a rule have no parameters
            }
        }
        return sheet;
    }

    private static TextStyleRule Rule(JsonElement rule, string where)
    {
        Expect(rule, JsonValueKind.Object, where);
        var selector = Text(rule, "Sel", where);
        if (!rule.TryGetProperty("Params", out var parameters) || parameters.ValueKind == JsonValueKind.Null)
        {
            if (!rule.TryGetProperty("Hypers", out _)) { throw new EmergentException($"{where} ('{selector}') has no 'Params'."); }
            parameters = JsonElement.Parse("{}");
        }
        Expect(parameters, JsonValueKind.Object, $"'Params' of {where} ('{selector}')");
        var settings = parameters.EnumerateObject().Select(p => (p.Name, Value(p.Value, $"{where} ('{selector}'), parameter '{p.Name}'"))).ToList();
        List<HyperParameter> hypers = [];
        if (rule.TryGetProperty("Hypers", out var all) && all.ValueKind != JsonValueKind.Null)
        {
            Expect(all, JsonValueKind.Object, $"'Hypers' of {where} ('{selector}')");
            hypers.AddRange(all.EnumerateObject().Select(h => HyperJson.Read(h, $"{where} ('{selector}')")));
        }
        try { return new TextStyleRule(selector, Text(rule, "Desc", where), settings, hypers); }
        catch (EmergentException e) { throw new EmergentException($"{where}: {e.Message}", e); }
    }

    // The reference writes all values as text; a number or truth value written as such is as clear.
    internal static string Value(JsonElement value, string where) => value.ValueKind switch
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

    internal static void Expect(JsonElement element, JsonValueKind kind, string where)
    {
        if (element.ValueKind != kind) { throw new EmergentException($"{where} is a JSON {element.ValueKind}; it must be a JSON {kind}."); }
    }
}
