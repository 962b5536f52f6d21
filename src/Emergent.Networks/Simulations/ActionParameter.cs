using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Emergent.Networks;

/// <summary>Something that an action has to be told.</summary>
public sealed class ActionParameter
{
    internal ActionParameter(ParameterInfo parameter, string where)
    {
        (Name, Type) = (parameter.Name!, parameter.ParameterType);
        if (!ValueText.IsValue(Type)) { throw new EmergentException($"{where}: its parameter '{Name}' is a {Type.Name}; an action can be told numbers, truth values, texts and enumerations."); }
        Description = parameter.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Range = parameter.GetCustomAttribute<RangeAttribute>();
        if (parameter.HasDefaultValue) { Default = Type.IsEnum ? Enum.ToObject(Type, parameter.DefaultValue!) : parameter.DefaultValue; }
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type: float, double, int, bool, string or an enumeration.</summary>
    public Type Type { get; }

    /// <summary>What it is, in a sentence; empty where it does not say.</summary>
    public string Description { get; }

    /// <summary>The range of sensible values, if it is declared.</summary>
    public RangeAttribute? Range { get; }

    /// <summary>What it is where nothing is said; null where something has to be.</summary>
    public object? Default { get; }

    internal object Parse(string? text, string where)
    {
        if (text is not null) { return ValueText.Parse(Type, Range, text, where, Name); }
        return Default ?? throw new EmergentException($"{where}: it needs '{Name}'{(Description.Length > 0 ? $": {Description}" : ".")}");
    }
}
