using System.Globalization;
using System.Text.Json;

namespace Emergent.Networks;

/// <summary>Hyper-parameters in emergent's JSON: <c>"Hypers": {path: {"Val", "Min", "Max", "Sigma", …}}</c>, all values as text.</summary>
internal static class HyperJson
{
    public static HyperParameter Read(JsonProperty member, string where)
    {
        where = $"{where}, hyper-parameter '{member.Name}'";
        StyleJson.Expect(member.Value, JsonValueKind.Object, where);
        if (string.IsNullOrWhiteSpace(member.Name)) { throw new EmergentException($"{where} has no path."); }
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in member.Value.EnumerateObject())
        {
            var what = $"{where}, '{key.Name}'";
            keys[key.Name] = key.Value.ValueKind == JsonValueKind.Array ? string.Join(", ", key.Value.EnumerateArray().Select(v => StyleJson.Value(v, what))) : StyleJson.Value(key.Value, what);
        }
        var scale = Take("Scale");
        if (scale is not ("" or "Linear" or "Log")) { throw new EmergentException($"{where}: 'Scale' is '{scale}'; it must be Linear or Log. {Names.DidYouMean(scale, ["Linear", "Log"])}"); }
        var hyper = new HyperParameter(member.Name)
        {
            Value = Take("Val"), Min = Number("Min"), Max = Number("Max"), Sigma = Number("Sigma"),
            Values = [.. Take("Values").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            IsLogarithmic = scale == "Log", Notes = keys,
        };
        hyper.Check(null, where[..where.LastIndexOf(", ", StringComparison.Ordinal)]);
        return hyper;

        string Take(string key) => keys.Remove(key, out var value) ? value.Trim() : "";

        double? Number(string key) => Take(key) is not { Length: > 0 } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new EmergentException($"{where}: '{key}' is '{text}'; it must be a number, such as 0.2 or 1e-3.");
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<HyperParameter> hypers)
    {
        writer.WriteStartObject("Hypers");
        foreach (var hyper in hypers)
        {
            writer.WriteStartObject(hyper.Path);
            Text("Val", hyper.Value);
            Number("Min", hyper.Min);
            Number("Max", hyper.Max);
            Number("Sigma", hyper.Sigma);
            Text("Values", string.Join(", ", hyper.Values));
            Text("Scale", hyper.IsLogarithmic ? "Log" : "");
            foreach (var (key, value) in hyper.Notes) { Text(key, value); }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();

        void Text(string key, string value)
        {
            if (value.Length > 0) { writer.WriteString(key, value); }
        }

        void Number(string key, double? value)
        {
            if (value is { } number) { writer.WriteString(key, Parameter.Format(number)); }
        }
    }
}
