using System.Reflection;

namespace Emergent.Networks;

/// <summary>A rule written in code: a setter for a type of object.</summary>
internal sealed class TypedStyleRule<T>(string selector, string reason, Action<T> set) : StyleRule(selector, reason)
{
    internal override string What => $"parameters of a {typeof(T).Name}";

    internal override bool Concerns(IStyled styled) => PlainObject.OwnerOf(styled) is T;

    internal override IReadOnlyList<Parameter> Apply(IStyled styled, string where)
    {
        var tree = ParameterTree.Of(styled).All;
        var before = tree.Select(p => p.Get(styled)).ToArray();

        // Two trial runs, over two different values in each parameter, show which ones the setter assigns, even where it assigns what is
        // there already: an assigned value differs from at least one of the two.
        var assigned = new bool[tree.Count];
        foreach (var which in (bool[])[false, true]) { Try(styled, tree, which, assigned); }

        for (var i = 0; i < before.Length; i++) { tree[i].Set(styled, before[i]); }
        try { set((T)PlainObject.OwnerOf(styled)); }
        catch (Exception e) when (e is not EmergentException)
        {
            throw new EmergentException($"{where}: the rule's setter failed: {e.Message} A setter only assigns parameters.", e);
        }
        return [.. tree.Where((p, i) => assigned[i] || !ValueText.AreEqual(p.Get(styled), before[i]))];
    }

    private void Try(IStyled styled, IReadOnlyList<Parameter> tree, bool which, bool[] assigned)
    {
        var values = new object[tree.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Probe(tree[i].Type, which);
            try { tree[i].Set(styled, values[i]); }
            catch (TargetInvocationException) { values[i] = tree[i].Get(styled); }   // its own setter refuses such values: then only a change shows that it is assigned
        }
        try { set((T)PlainObject.OwnerOf(styled)); }
        catch (Exception)
        {
            // The setter cannot work with these values; whether it works with the true ones shows when it is run on them.
        }
        for (var i = 0; i < values.Length; i++) { assigned[i] |= !ValueText.AreEqual(tree[i].Get(styled), values[i]); }
    }

    private static object Probe(Type type, bool which) => type switch
    {
        _ when type == typeof(float) => which ? float.NaN : float.Epsilon,
        _ when type == typeof(double) => which ? double.NaN : double.Epsilon,
        _ when type == typeof(int) => which ? int.MinValue : int.MaxValue,
        _ when type == typeof(bool) => which,
        _ when type.IsEnum => Enum.ToObject(type, which ? 1 : 0),
        _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, which ? 0 : 1),
        _ when CollectionText.IsMap(type) => CollectionText.Parse(type, null, which ? "" : "\u0001: 1", "", ""),
        _ => which ? "\0" : "\u0001",
    };
}
