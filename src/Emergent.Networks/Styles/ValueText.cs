using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Values of parameters as text: of the types that parameters have, within the ranges that they declare.</summary>
/// <remarks>Sets of flags are names with commas between. Lists and maps are <see cref="CollectionText"/>.</remarks>
internal static class ValueText
{
    public static bool IsValue(Type type) =>
        type == typeof(float) || type == typeof(double) || type == typeof(int) || type == typeof(bool) || type == typeof(string) || type.IsEnum || CollectionText.IsCollection(type);

    public static bool IsFlags(Type type) => type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false);

    /// <summary>Whether two values are the same; lists and maps are by what is in them.</summary>
    public static bool AreEqual(object a, object b) => CollectionText.IsCollection(a.GetType()) ? CollectionText.Elements(a).SequenceEqual(CollectionText.Elements(b)) : Equals(a, b);

    public static string Format(object value) => value switch
    {
        float f => GoFormat.Shortest(f),
        double d => GoFormat.Shortest(d),
        bool b => b ? "true" : "false",
        Array or IDictionary => CollectionText.Format(value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>A value as C# has it, enumerations by the names of their types.</summary>
    public static string Source(object value) => value switch
    {
        float => $"{Format(value)}f",
        string text => Quoted(text),
        Enum => string.Join(" | ", value.ToString()!.Split(", ").Select(name => $"{NameOf(value.GetType())}.{name}")),
        Array or IDictionary => CollectionText.Source(value),
        _ => Format(value),
    };

    /// <summary>A text as C# has it.</summary>
    public static string Quoted(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') { literal.Append('\\').Append(c); }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029') { literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); }
            else { literal.Append(c); }
        }
        return literal.Append('"').ToString();
    }

    public static object Parse(Type type, RangeAttribute? range, string text, string where, string name)
    {
        text = text.Trim();
        if (CollectionText.IsCollection(type)) { return CollectionText.Parse(type, range, text, where, name); }
        object? value = type switch
        {
            _ when type == typeof(float) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var f) ? f : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var i) ? i : null,
            _ when type == typeof(bool) => bool.TryParse(text, out var b) ? b : text == "1" ? true : text == "0" ? false : null,
            _ when IsFlags(type) => Enum.TryParse(type, text.Replace('|', ','), ignoreCase: true, out var e) && (char.IsLetter(e.ToString()![0]) || Equals(e, Enum.ToObject(type, 0))) ? e : null,
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var e) && Enum.IsDefined(type, e) ? e : null,
            _ => text,
        };
        if (value is null)
        {
            var rule = IsFlags(type) ? $"any of {string.Join(", ", Enum.GetNames(type))}, with commas between. {Names.DidYouMean(text.Split(',', '|').Select(n => n.Trim()).FirstOrDefault(n => !Enum.GetNames(type).Contains(n)) ?? "", Enum.GetNames(type))}"
                : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}. {Names.DidYouMean(text, Enum.GetNames(type))}"
                : type == typeof(bool) ? "true or false."
                : type == typeof(int) ? "a whole number, such as 10." : "a number, such as 0.2 or 1e-3.";
            throw new EmergentException($"{where}: '{name}' cannot be '{text}'; it is {rule}");
        }
        Check(value, range, where, name);
        return value;
    }

    public static void Check(object value, RangeAttribute? range, string where, string name)
    {
        if (CollectionText.IsCollection(value.GetType()))
        {
            foreach (var (place, element) in CollectionText.Elements(value)) { Check(element, range, where, name + place); }
            return;
        }
        var isFine = value switch
        {
            // The ends as floats too: 1e-6f is a little less than the double 1e-6.
            float f => float.IsFinite(f) && (range is null || (f >= Convert.ToSingle(range.Minimum, CultureInfo.InvariantCulture) && f <= Convert.ToSingle(range.Maximum, CultureInfo.InvariantCulture))),
            double d => double.IsFinite(d) && range?.IsValid(d) != false,
            _ => range?.IsValid(value) != false,
        };
        if (isFine) { return; }
        var rule = range is null ? "a finite number" : $"within {range.Minimum}…{range.Maximum}";
        throw new EmergentException($"{where}: '{name}' is {Format(value)}; it must be {rule}.");
    }

    /// <summary>The name of a type within its namespace.</summary>
    public static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;
}
