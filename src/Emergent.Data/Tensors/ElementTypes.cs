namespace Emergent.Data;

/// <summary>The types that elements of tensors and cells of tables can have, and their names.</summary>
public static class ElementTypes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Type> All { get; } = [.. Elements.All.Select(element => element.Type)];

    /// <summary>The type of a name, as C# (<c>float</c>), emergent (<c>float32</c>) or numpy (<c>f4</c>) writes it.</summary>
    /// <exception cref="EmergentException">There is no such element type.</exception>
    public static Type Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Elements.All.FirstOrDefault(element => element.Name == name || element.OtherNames.Contains(name))?.Type
            ?? throw new EmergentException($"There is no element type '{name}'. {Names.DidYouMean(name, Elements.All.Select(element => element.Name))}");
    }

    /// <summary>The name of a type, as C# writes it.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    public static string NameOf(Type elementType) => Elements.Of(elementType).Name;
}
