using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>One parameter of the simulation, of a layer or of a projection, as a form shows it.</summary>
internal sealed class FormEntry
{
    private readonly List<object> _owners;
    private readonly string _where;

    public FormEntry(string path, string where, object owner, Parameter parameter, string? setting)
    {
        (Path, _where, _owners, Parameter, Setting) = (path, where, [owner], parameter, setting);
        AppliesAt = setting is not null || parameter.IsReadOnly ? "now" : parameter.Property.GetCustomAttribute<AppliesAtAttribute>()?.When switch { When.Now => "now", When.Initialize => "init", _ => "build" };
    }

    /// <summary>The path by which page and server name it.</summary>
    public string Path { get; }

    public Parameter Parameter { get; }

    /// <summary>What <see cref="Simulation.Set"/> calls it; null for the simulation's own, which outlive the network.</summary>
    public string? Setting { get; }

    /// <summary>now, init or build.</summary>
    public string AppliesAt { get; }

    /// <summary>Whether it is there to be looked at only.</summary>
    public bool IsReadOnly => Parameter.IsReadOnly;

    /// <summary>The object that has it; of several of one name, the first.</summary>
    public object Owner => _owners[0];

    public string Text
    {
        get
        {
            try { return Parameter.Format(Parameter.Get(Owner)); }
            catch (TargetInvocationException e) when (IsReadOnly) { return e.InnerException!.Message; }   // code of the model's author, which may want something that is not there yet
        }
    }

    /// <summary>Adds another object of the same name, as selectors of style sheets find it too.</summary>
    public void Add(object owner) => _owners.Add(owner);

    /// <summary>Sets it in all objects of the name.</summary>
    /// <exception cref="EmergentException">The text is no value of it; nothing has changed.</exception>
    public void Set(string text)
    {
        if (IsReadOnly) { throw Parameter.CannotBeSet(_where); }
        var value = Parameter.Parse(text, _where);
        foreach (var owner in _owners) { Parameter.Set(owner, value); }
    }

    /// <summary>The line of the form.</summary>
    public FormField Field(string standard, IReadOnlyList<string> group)
    {
        var display = Parameter.Property.GetCustomAttribute<DisplayAttribute>();
        return FieldOf(Path, display?.GetName() ?? Parameter.Property.Name, Documentation.Of(Parameter.Property), group, Parameter.Type, Parameter.Range, standard, AppliesAt, UnitOf(Parameter.Property)) with
        {
            Type = IsReadOnly ? "output" : KindOf(Parameter.Type),
            CountsIf = [.. Parameter.Conditions.Select(c => new FormCondition(Path[..^Parameter.Path.Length] + c.Path, c.Values))],
        };
    }

    /// <summary>A line of a form for a value of some type.</summary>
    public static FormField FieldOf(string path, string label, string description, IReadOnlyList<string> group, Type type, RangeAttribute? range, string standard, string appliesAt, string unit = "")
    {
        var kind = KindOf(type);
        string[] choices = kind == "flags" ? [.. Enum.GetNames(type).Where(name => BitOperations.IsPow2(Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)))] : type.IsEnum ? Enum.GetNames(type) : [];
        return new(path, label, description, group, kind, End(range?.Minimum), End(range?.Maximum), choices, standard, appliesAt, unit, []);
    }

    private static string KindOf(Type type) => type switch
    {
        _ when type == typeof(bool) => "flag",
        _ when type == typeof(int) => "integer",
        _ when type == typeof(float) || type == typeof(double) => "number",
        { IsEnum: true } => ValueText.IsFlags(type) ? "flags" : "choice",
        { IsArray: true } => "list",
        { IsGenericType: true } => "map",
        _ => "text",
    };

    /// <summary>What stands after the number in the property's display format: mV of <c>{0} mV</c>.</summary>
    private static string UnitOf(PropertyInfo property) =>
        property.GetCustomAttribute<DisplayFormatAttribute>()?.DataFormatString is { } format && format.StartsWith("{0}", StringComparison.Ordinal) ? format[3..].Trim() : "";

    private static double? End(object? end) => end is null ? null : Convert.ToDouble(end, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;
}
