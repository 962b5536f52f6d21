using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emergent.Networks;

/// <summary>Makes connectivity patterns from emergent's names and JSON parameters.</summary>
/// <remarks>The patterns of this assembly and their settable properties are found by reflection, so that a new pattern is one new file.</remarks>
internal static class ConnectivityReader
{
    // emergent writes its generator object beside the seed; the seed says it all.
    private const string GeneratorState = "Rand";

    private static readonly Dictionary<string, Type> Patterns = typeof(Connectivity).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Connectivity)) && type is { IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null)
        .ToDictionary(type => ((Connectivity)Activator.CreateInstance(type)!).PatternName, StringComparer.Ordinal);

    public static bool IsKnown(string patternName) => Patterns.ContainsKey(patternName);

    public static Connectivity Read(string patternName, JsonElement parameters)
    {
        if (!Patterns.TryGetValue(patternName, out var type))
        {
            throw new EmergentException($"There is no connectivity pattern '{patternName}'. {Names.DidYouMean(patternName, Patterns.Keys)}");
        }
        if (parameters.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) { return (Connectivity)Activator.CreateInstance(type)!; }
        if (parameters.ValueKind != JsonValueKind.Object)
        {
            throw new EmergentException($"{patternName} connectivity: its parameters are {parameters.GetRawText()}; they must be a JSON object.");
        }
        CheckNames(parameters, type, $"{patternName} connectivity");
        try
        {
            return (Connectivity)parameters.Deserialize(type)!;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new EmergentException($"{patternName} connectivity cannot be read from {parameters.GetRawText()}: {error.Message}", error);
        }
    }

    private static void CheckNames(JsonElement value, Type type, string where)
    {
        var known = type.GetProperties().Where(property => property.CanWrite).ToDictionary(NameInFile, StringComparer.Ordinal);
        foreach (var entry in value.EnumerateObject())
        {
            if (known.TryGetValue(entry.Name, out var property))
            {
                if (entry.Value.ValueKind == JsonValueKind.Object) { CheckNames(entry.Value, property.PropertyType, $"{where}, {entry.Name}"); }
            }
            else if (!(entry.NameEquals(GeneratorState) && known.ContainsKey(UniformRandomConnectivity.SeedName)))
            {
                throw new EmergentException($"{where} has no parameter '{entry.Name}'. {Names.DidYouMean(entry.Name, known.Keys)}");
            }
        }
    }

    private static string NameInFile(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;
}
