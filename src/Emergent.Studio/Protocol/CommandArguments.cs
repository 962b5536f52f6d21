using System.Text.Json;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>The arguments of a command by name, with errors for what is missing or of another kind.</summary>
internal readonly struct CommandArguments(JsonElement arguments)
{
    public string Text(string name, string? standard = null)
    {
        if (!TryGet(name, out var value)) { return standard ?? throw Missing(name, "a text"); }
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => throw Missing(name, "a text"),
        };
    }

    public int Whole(string name, int? standard = null) => (int)Math.Clamp(Long(name, standard), int.MinValue, int.MaxValue);

    public long Long(string name, long? standard = null)
    {
        if (!TryGet(name, out var value)) { return standard ?? throw Missing(name, "a whole number"); }
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw Missing(name, "a whole number");
    }

    public bool Flag(string name) => TryGet(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string name, string what, T? standard = null) where T : struct, Enum
    {
        var text = Text(name, standard?.ToString());
        return Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
            : throw new EmergentException($"There is no {what} '{text}'. {Names.DidYouMean(text, Enum.GetNames<T>())}");
    }

    /// <summary>A list of whole numbers; null where it is not given.</summary>
    public int[]? Wholes(string name)
    {
        if (!TryGet(name, out var value)) { return null; }
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var whole) ? whole : throw Missing(name, "whole numbers"))]
            : throw Missing(name, "whole numbers");
    }

    public TimeScale Scale(string name) => Choice<TimeScale>(name, "time scale");

    /// <summary>The members of an argument that is an object, as texts.</summary>
    public Dictionary<string, string> Texts(string name)
    {
        if (!TryGet(name, out var value)) { return []; }
        if (value.ValueKind != JsonValueKind.Object) { throw Missing(name, "an object"); }
        var inner = new CommandArguments(value);
        return value.EnumerateObject().ToDictionary(p => p.Name, p => inner.Text(p.Name));
    }

    private bool TryGet(string name, out JsonElement value) => arguments.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static EmergentException Missing(string name, string rule) => new($"The command needs '{name}': {rule}.");
}
