using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Emergent.Studio;

/// <summary>What members say of themselves: by attributes, else in the documentation file that the compiler puts beside their assembly.</summary>
internal static class Documentation
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>What a property is, in a sentence; empty where nothing says it.</summary>
    public static string Of(PropertyInfo property) =>
        property.GetCustomAttribute<DisplayAttribute>()?.GetDescription()
        ?? property.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? Summary(property.DeclaringType!.Assembly, $"P:{NameOf(property.DeclaringType)}.{property.Name}");

    /// <summary>What a method does, in a sentence.</summary>
    public static string Of(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        var parameters = method.GetParameters();
        return Summary(method.DeclaringType!.Assembly, parameters.Length == 0 ? name : $"{name}({string.Join(',', parameters.Select(p => NameOf(p.ParameterType)))})");
    }

    /// <summary>What a type is, and what its author remarks, in paragraphs.</summary>
    public static string Of(Type type)
    {
        if (!FileOf(type.Assembly).TryGetValue($"T:{NameOf(type)}", out var member)) { return ""; }
        return string.Join("\n\n", member.Elements().Where(e => e.Name.LocalName is "summary" or "remarks").Select(Text).Where(t => t.Length > 0));
    }

    private static string Summary(Assembly assembly, string name) =>
        FileOf(assembly).TryGetValue(name, out var member) && member.Element("summary") is { } summary ? Text(summary) : "";

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static Dictionary<string, XElement> FileOf(Assembly assembly) => Files.GetOrAdd(assembly, Read);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var path = assembly.Location.Length > 0 ? Path.ChangeExtension(assembly.Location, ".xml") : "";
        if (!File.Exists(path)) { return members; }
        try
        {
            foreach (var member in XDocument.Load(path).Descendants("member"))
            {
                if (member.Attribute("name")?.Value is { } name) { members[name] = member; }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException) { /* a form without descriptions serves as well */ }
        return members;
    }

    /// <summary>The text of an element on one line, with the last word of what it refers to.</summary>
    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain) { text.Append(plain.Value); }
            if (node is not XElement inner) { continue; }
            if (!inner.IsEmpty) { Append(inner, text); }
            else if ((inner.Attribute("cref") ?? inner.Attribute("langword") ?? inner.Attribute("name"))?.Value is { } reference)
            {
                var end = reference.IndexOf('(', StringComparison.Ordinal);
                var name = end < 0 ? reference : reference[..end];
                text.Append(name[(name.LastIndexOfAny(['.', ':']) + 1)..]);
            }
        }
    }
}
