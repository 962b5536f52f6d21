using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Emergent.Networks;

/// <summary>One parameter of a type of object: its path, type, range, and how to read and write it.</summary>
public sealed class Parameter
{
    private readonly PropertyInfo[] _chain;

    internal Parameter(PropertyInfo[] chain)
    {
        _chain = chain;
        Path = string.Join('.', chain.Select(p => p.Name));
        Range = chain[^1].GetCustomAttribute<RangeAttribute>();
        Usual = chain[^1].GetCustomAttribute<UsualAttribute>()?.Values ?? [];
        Conditions = [.. ConditionsOf(chain)];
    }

    /// <summary>The path from the object: <c>Inhib.Layer.Gi</c>.</summary>
    public string Path { get; }

    /// <summary>The property that holds its value, with what its attributes and its documentation say of it.</summary>
    public PropertyInfo Property => _chain[^1];

    /// <summary>The type of its value: float, double, int, bool, string, an enumeration, or numbers or texts in a list (array) or map (dictionary by names).</summary>
    public Type Type => _chain[^1].PropertyType;

    /// <summary>The range of sensible values, if it is declared.</summary>
    public RangeAttribute? Range { get; }

    /// <summary>The values that are as usual as the default, if any are declared.</summary>
    public IReadOnlyList<double> Usual { get; }

    /// <summary>What has to hold for it to count; nothing for most.</summary>
    public IReadOnlyList<ParameterCondition> Conditions { get; }

    /// <summary>Whether it can only be looked at, because it has no public setter.</summary>
    public bool IsReadOnly => _chain[^1].SetMethod is not { IsPublic: true };

    /// <summary>The value in an object; of a list or map a copy.</summary>
    public object Get(object owner) => CollectionText.Copy(_chain[^1].GetValue(Holder(owner)) ?? (CollectionText.IsCollection(Type) ? CollectionText.Nothing(Type) : null!));

    /// <summary>Sets the value in an object; of a list or map a copy.</summary>
    public void Set(object owner, object value) => _chain[^1].SetValue(Holder(owner), CollectionText.Copy(value));

    /// <summary>The value as parameter files write it.</summary>
    public static string Format(object value) => ValueText.Format(value);

    /// <summary>The value as C# source, enumerations by the names of their types: <c>0.5f</c>, <c>"a"</c>, <c>[1, 2]</c>.</summary>
    public static string Source(object value) => ValueText.Source(value);

    /// <summary>The value that a text stands for.</summary>
    /// <remarks>Numbers have a point and no thousands separators, so that <c>1,8</c> is an error and not eighteen; truth values are true, false, or as emergent also writes them 1 and 0.</remarks>
    /// <exception cref="EmergentException">The text is not a value of the parameter's type, or out of its range.</exception>
    public object Parse(string text, string where)
    {
        var value = ValueText.Parse(Type, Range, text, where, Path);
        CheckCount(value, where);
        return value;
    }

    /// <summary>Checks a value against the declared range, which of a list or map holds for each element, and how many elements it may have.</summary>
    /// <exception cref="EmergentException">The value is out of range or not a number, or there are too few or too many elements.</exception>
    public void Check(object value, string where)
    {
        ValueText.Check(value, Range, where, Path);
        CheckCount(value, where);
    }

    /// <summary>What says that it can only be looked at.</summary>
    internal EmergentException CannotBeSet(string where) => new($"{where}: '{Path}' is there to be looked at, since its property has no public setter; it cannot be set.");

    private void CheckCount(object value, string where)
    {
        if (value is not ICollection { Count: var count }) { return; }
        var (least, most) = (Property.GetCustomAttribute<MinLengthAttribute>()?.Length ?? 0, Property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? int.MaxValue);
        if (count >= least && count <= most) { return; }
        throw new EmergentException($"{where}: '{Path}' has {count} {(count == 1 ? "element" : "elements")}; it must have {(most == int.MaxValue ? $"at least {least}" : least == most ? $"{least}" : $"{least}…{most}")}.");
    }

    /// <summary>Whether its values are numbers.</summary>
    internal bool IsNumber => Type == typeof(float) || Type == typeof(double) || Type == typeof(int);

    /// <summary>Whether code anywhere can name all that its path goes through.</summary>
    internal bool IsVisible => _chain.All(p => p.PropertyType.IsVisible && p.GetMethod!.IsPublic && p.DeclaringType!.IsVisible);

    /// <summary>All values of a truth value or enumeration as text; none for what has no end of them.</summary>
    internal IReadOnlyList<string> AllValues => Type == typeof(bool) ? ["false", "true"] : Type.IsEnum ? Enum.GetNames(Type) : [];

    /// <summary>A number as this parameter has it, whole numbers rounded.</summary>
    internal object FromDouble(double value)
    {
        if (Type == typeof(int)) { return (int)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), int.MinValue, int.MaxValue); }
        return Type == typeof(float) ? (object)(float)value : value;
    }

    private static IEnumerable<ParameterCondition> ConditionsOf(PropertyInfo[] chain)
    {
        for (var i = 0; i < chain.Length; i++)
        {
            foreach (var condition in (CountsIfAttribute?[])[chain[i].ReflectedType!.GetCustomAttribute<CountsIfAttribute>(), chain[i].GetCustomAttribute<CountsIfAttribute>()])
            {
                if (condition is null || condition.Other == chain[i].Name) { continue; }
                yield return new(string.Join('.', chain[..i].Select(p => p.Name).Append(condition.Other)), [.. condition.Values.Select(Format)]);
            }
        }
    }

    private object Holder(object owner)
    {
        owner = PlainObject.OwnerOf(owner);
        for (var i = 0; i < _chain.Length - 1; i++) { owner = _chain[i].GetValue(owner)!; }
        return owner;
    }
}
