using System.Text;

namespace Emergent.Networks;

/// <summary>Writes style sets as C# source: typed setters where the objects that a rule finds are of a public type, text where not.</summary>
internal sealed class StyleSource(IReadOnlyList<IStyled> objects)
{
    private readonly SortedSet<string> _namespaces = new(StringComparer.Ordinal) { "Emergent.Networks" };
    private readonly StringBuilder _body = new();

    public string Write(string className, string network, IEnumerable<(string Name, string Description, IReadOnlyList<TextStyleRule> Rules)> sets)
    {
        foreach (var (name, description, rules) in sets)
        {
            _body.Append($"        styles[{ValueText.Quoted(name)}] = ");
            if (rules.Count == 0) { _body.Append("[];\n"); }
            else
            {
                _body.Append("new()\n        {\n");
                foreach (var rule in rules) { Rule(rule); }
                _body.Append("        };\n");
            }
            if (description.Length > 0) { _body.Append($"        styles[{ValueText.Quoted(name)}].Description = {ValueText.Quoted(description)};\n"); }
        }
        return
            $$"""
            // The style sets of network '{{OneLine(network)}}'. Written by StyleSets.ToCSharp; add them with {{className}}.AddTo(network.Styles).
            {{string.Concat(_namespaces.Select(n => $"using {n};\n"))}}
            /// <summary>The style sets of one network.</summary>
            internal static class {{className}}
            {
                /// <summary>Gives a network these style sets; each takes the place of the one of its name.</summary>
                public static void AddTo(StyleSets styles)
                {
            {{_body}}    }
            }

            """.ReplaceLineEndings("\n");
    }

    private void Rule(TextStyleRule rule)
    {
        var head = $"            {{ {ValueText.Quoted(rule.Selector)}, {ValueText.Quoted(rule.Reason)}, ";
        // First what is searched, since what a rule sets goes above the value that it is searched from.
        foreach (var hyper in rule.Hypers) { _body.Append($"{head}{Hyper(hyper)} }},\n"); }
        foreach (var (owner, settings) in Owners(rule))
        {
            if (owner is null)
            {
                foreach (var setting in settings) { _body.Append($"{head}{ValueText.Quoted(setting.FullPath)}, {ValueText.Quoted(setting.Text)} }},\n"); }
                continue;
            }
            var assignments = settings.Select(s => Assignment(s, owner)).ToList();
            _body.Append($"{head}({NameOf(owner.Type)} {owner.Variable}) => {(assignments.Count == 1 ? assignments[0] : $"{{ {string.Join(" ", assignments.Select(a => $"{a};"))} }}")} }},\n");
        }
    }

    /// <summary>The settings of a rule by the type of objects that each is for; null where a setter cannot be written.</summary>
    private List<(SetterOwner? Owner, List<StyleSetting> Settings)> Owners(TextStyleRule rule)
    {
        var all = new List<(SetterOwner? Owner, List<StyleSetting> Settings)>();
        foreach (var setting in rule.Settings)
        {
            var found = objects.Where(o => rule.Selects(o) && setting.PathIn(o) is { } path && ParameterTree.Of(o).Find(path) is not null).ToList();
            var owner = OwnerOf(found, setting);
            var place = all.FindIndex(a => a.Owner?.Type == owner?.Type);
            if (place >= 0) { all[place].Settings.Add(setting); }
            else { all.Add((owner, [setting])); }
        }
        return all;
    }

    private static SetterOwner? OwnerOf(List<IStyled> found, StyleSetting setting)
    {
        if (found.Count == 0 || found.Exists(f => f.Target != found[0].Target)) { return null; }
        var type = found.Select(f => PlainObject.OwnerOf(f).GetType()).Aggregate(Common);
        var isWritable = type is { IsVisible: true, IsGenericType: false } && ParameterTree.Of(found[0]).Find(setting.PathIn(found[0])!) is { } parameter
            && type.GetProperty(parameter.Path.Split('.')[0]) is not null && parameter.IsVisible;
        return isWritable ? new(type, found[0].Target switch { StyleTarget.Layer => "l", StyleTarget.Projection => "p", StyleTarget.Simulation => "s", _ => "o" }, found[0]) : null;
    }

    private static Type Common(Type a, Type b)
    {
        while (!a.IsAssignableFrom(b)) { a = a.BaseType!; }
        return a;
    }

    private string Assignment(StyleSetting setting, SetterOwner owner)
    {
        var path = setting.PathIn(owner.Example)!;
        var parameter = ParameterTree.Of(owner.Example).Require(path, "C# source");
        return $"{owner.Variable}.{path} = {Value(parameter.Parse(setting.Text, $"Setting '{setting.FullPath}'"))}";
    }

    private string Value(object value)
    {
        if (value is Enum) { _ = NameOf(value.GetType()); }   // which adds its namespace
        return ValueText.Source(value);
    }

    private string Hyper(HyperParameter hyper)
    {
        var parts = new List<string>();
        if (hyper.Value.Length > 0) { parts.Add($"Value = {ValueText.Quoted(hyper.Value)}"); }
        foreach (var (name, number) in ((string, double?)[])[("Min", hyper.Min), ("Max", hyper.Max), ("Sigma", hyper.Sigma)])
        {
            if (number is { } value) { parts.Add($"{name} = {Parameter.Format(value)}"); }
        }
        if (hyper.Values.Count > 0) { parts.Add($"Values = [{string.Join(", ", hyper.Values.Select(ValueText.Quoted))}]"); }
        if (hyper.IsLogarithmic) { parts.Add("IsLogarithmic = true"); }
        if (hyper.Notes.Count > 0)
        {
            _namespaces.Add("System.Collections.Generic");
            parts.Add($"Notes = new Dictionary<string, string> {{ {string.Join(", ", hyper.Notes.Select(n => $"[{ValueText.Quoted(n.Key)}] = {ValueText.Quoted(n.Value)}"))} }}");
        }
        return $"new HyperParameter({ValueText.Quoted(hyper.Path)}){(parts.Count == 0 ? "" : $" {{ {string.Join(", ", parts)} }}")}";
    }

    private string NameOf(Type type)
    {
        if (type.Namespace is { } space) { _namespaces.Add(space); }
        return ValueText.NameOf(type);
    }

    /// <summary>What a setter is for.</summary>
    /// <param name="Type">The type of its argument.</param>
    /// <param name="Variable">The name of its argument.</param>
    /// <param name="Example">One of the objects.</param>
    private sealed record SetterOwner(Type Type, string Variable, IStyled Example);

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
