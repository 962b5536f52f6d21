using System.Globalization;

namespace Emergent.Networks;

/// <summary>Which parameters of a pattern differ from their defaults, as lines of text.</summary>
internal static class ParameterText
{
    /// <summary>The differing parameters, in the order in which they are declared, in lines of at most so many characters where that can be.</summary>
    public static List<string> Lines(Connectivity pattern, int width)
    {
        while (pattern is ReversedConnectivity reversed) { pattern = reversed.There; }
        var words = pattern.GetType().GetConstructor(Type.EmptyTypes) is null ? [] : Differences("", pattern, Activator.CreateInstance(pattern.GetType())!).ToList();
        List<string> lines = [];
        foreach (var word in words.DefaultIfEmpty("default parameters"))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length + 3 <= width) { lines[^1] += " · " + word; }
            else { lines.Add(word); }
        }
        return lines;
    }

    private static IEnumerable<string> Differences(string prefix, object value, object standard)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite))
        {
            if (property.GetValue(value) is not { } own || property.GetValue(standard) is not { } usual || own.Equals(usual)) { continue; }
            var isGroup = property.PropertyType == typeof(GaussTopo) || property.PropertyType == typeof(SigmoidTopo) || property.PropertyType == typeof(TopoRange);
            if (!isGroup) { yield return string.Create(CultureInfo.InvariantCulture, $"{prefix}{property.Name} {Text(own)}"); }
            else
            {
                foreach (var difference in Differences($"{prefix}{property.Name}.", own, usual)) { yield return difference; }
            }
        }
    }

    private static string Text(object value) => value switch
    {
        bool isOn => isOn ? "true" : "false",
        XyF pair => string.Create(CultureInfo.InvariantCulture, $"({pair.X:0.####}, {pair.Y:0.####})"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
