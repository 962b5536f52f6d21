using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Emergent.Networks;

/// <summary>Values of parameters that are lists (arrays) or maps (dictionaries by names) of numbers or texts, as text.</summary>
/// <remarks>
/// What they have stands with commas between, in maps after its name and a colon: <c>0.5, 0.25</c>, <c>cat: 1, dog: 2</c>. Texts and names that have commas, colons or
/// quotes themselves stand in quotes; <c>[]</c> is empty.
/// </remarks>
internal static class CollectionText
{
    private const string Empty = "[]";

    public static bool IsCollection(Type type) => type.IsSZArray || IsMap(type) ? ElementOf(type) is var element && (element == typeof(float) || element == typeof(double) || element == typeof(int) || element == typeof(string)) : false;

    public static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>) && type.GetGenericArguments()[0] == typeof(string);

    /// <summary>One that has nothing in it.</summary>
    public static object Nothing(Type type) => type.IsArray ? Array.CreateInstance(ElementOf(type), 0) : Activator.CreateInstance(type)!;

    public static object Copy(object value) => value switch
    {
        Array list => list.Clone(),
        IDictionary map => Activator.CreateInstance(map.GetType(), map)!,
        _ => value,
    };

    /// <summary>The places and values in it: <c>[0]</c>, <c>['cat']</c>.</summary>
    public static IEnumerable<(string Place, object Value)> Elements(object value) => value switch
    {
        Array list => list.Cast<object?>().Select((element, i) => ($"[{i}]", element ?? "")),
        IDictionary map => map.Keys.Cast<string>().Select(key => ($"['{key}']", map[key] ?? "")),
        _ => [],
    };

    public static string Format(object value)
    {
        var parts = value is IDictionary map ? map.Keys.Cast<string>().Select(key => $"{Element(key)}: {Element(map[key])}") : ((Array)value).Cast<object?>().Select(Element);
        return string.Join(", ", parts) is { Length: > 0 } text ? text : Empty;
    }

    public static string Source(object value) => value is IDictionary map
        ? $"new() {{ {string.Concat(map.Keys.Cast<string>().Select(key => $"[{ValueText.Quoted(key)}] = {ValueText.Source(map[key] ?? "")}, "))}}}"
        : $"[{string.Join(", ", ((Array)value).Cast<object?>().Select(element => ValueText.Source(element ?? "")))}]";

    /// <exception cref="EmergentException">The text is no such collection; the message says where in it.</exception>
    public static object Parse(Type type, RangeAttribute? range, string text, string where, string name)
    {
        if (text is ['[', .., ']']) { text = text[1..^1].Trim(); }
        var parts = text.Length == 0 ? [] : Split(text, ',') ?? throw Wrong("in it a quote is opened and never closed.");
        if (type.IsArray)
        {
            var list = Array.CreateInstance(ElementOf(type), parts.Count);
            for (var i = 0; i < parts.Count; i++) { list.SetValue(ValueText.Parse(ElementOf(type), range, Unquoted(parts[i]), where, $"{name}[{i}]"), i); }
            return list;
        }
        var map = (IDictionary)Nothing(type);
        foreach (var part in parts)
        {
            if (Split(part, ':') is not [var key, var element]) { throw Wrong($"'{part.Trim()}' in it is no name with a value, as 'cat: 0.5' is."); }
            if (map.Contains(Unquoted(key))) { throw Wrong($"'{Unquoted(key)}' is in it twice."); }
            map[Unquoted(key)] = ValueText.Parse(ElementOf(type), range, Unquoted(element), where, $"{name}['{Unquoted(key)}']");
        }
        return map;

        EmergentException Wrong(string why) => new($"{where}: '{name}' cannot be '{text}'; {why}");
    }

    private static Type ElementOf(Type type) => type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[1];

    /// <summary>What stands between separators, but for those in quotes, which stay; null where a quote does not end.</summary>
    private static List<string>? Split(string text, char separator)
    {
        var (parts, start, isQuoted) = (new List<string>(), 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') { isQuoted = !isQuoted; }
            if (text[i] != separator || isQuoted) { continue; }
            parts.Add(text[start..i]);
            start = i + 1;
        }
        parts.Add(text[start..]);
        return isQuoted ? null : parts;
    }

    private static string Unquoted(string text)
    {
        text = text.Trim();
        return text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private static string Element(object? value)
    {
        var text = ValueText.Format(value ?? "");
        return text.Length == 0 || text.AsSpan().ContainsAny(",:\"[") || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
