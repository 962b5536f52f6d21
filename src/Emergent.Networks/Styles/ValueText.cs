using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Values of parameters as text: of the types that parameters have, within the ranges that they declare.</summary>
internal static class ValueText
{
    public static bool IsValue(Type type) =>
        type == typeof(float) || type == typeof(double) || type == typeof(int) || type == typeof(bool) || type == typeof(string) || type.IsEnum;

    public static string Format(object value) => value switch
    {
        float f => GoFormat.Shortest(f),
        double d => GoFormat.Shortest(d),
        bool b => b ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static object Parse(Type type, RangeAttribute? range, string text, string where, string name)
    {
        text = text.Trim();
        object? value = type switch
        {
            _ when type == typeof(float) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var f) ? f : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var i) ? i : null,
            _ when type == typeof(bool) => bool.TryParse(text, out var b) ? b : text == "1" ? true : text == "0" ? false : null,
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var e) && Enum.IsDefined(type, e) ? e : null,
            _ => text,
        };
        if (value is null)
        {
            var rule = type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}. {Names.DidYouMean(text, Enum.GetNames(type))}"
                : type == typeof(bool) ? "true or false."
                : type == typeof(int) ? "a whole number, such as 10." : "a number, such as 0.2 or 1e-3.";
            throw new EmergentException($"{where}: '{name}' cannot be '{text}'; it is {rule}");
        }
        Check(value, range, where, name);
        return value;
    }

    public static void Check(object value, RangeAttribute? range, string where, string name)
    {
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
}
