namespace Emergent.Data;

/// <summary>The element types that tensors can have.</summary>
internal static class Elements
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Element> All =
    [
        new FloatElement(), new DoubleElement(), new StringElement(), new BoolElement(),
        new WholeElement<sbyte>("sbyte", "int8", "i1"), new WholeElement<byte>("byte", "uint8", "u1"),
        new WholeElement<short>("short", "int16", "i2"), new WholeElement<ushort>("ushort", "uint16", "u2"),
        new WholeElement<int>("int", "int32", "i4"), new WholeElement<uint>("uint", "uint32", "u4"),
        new WholeElement<long>("long", "int64", "i8"), new WholeElement<ulong>("ulong", "uint64", "u8"),
    ];

    private static readonly Dictionary<Type, Element> ByType = All.ToDictionary(element => element.Type);

    /// <summary>The supported types, as an error message lists them.</summary>
    public static string Names => string.Join(", ", All.Select(element => element.Name));

    /// <summary>The element type's rules.</summary>
    /// <exception cref="EmergentException">There are no tensors of this type.</exception>
    public static Element<T> Of<T>() => Cache<T>.Rules ?? throw Unsupported(typeof(T));

    /// <summary>The element type's rules.</summary>
    /// <exception cref="EmergentException">There are no tensors of this type.</exception>
    public static Element Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ByType.TryGetValue(type, out var element) ? element : throw Unsupported(type);
    }

    /// <summary>The type's name as C# writes it.</summary>
    public static string NameOf(Type type) => ByType.TryGetValue(type, out var element) ? element.Name : type.Name;

    private static EmergentException Unsupported(Type type) =>
        new($"A tensor cannot have elements of type {NameOf(type)}. Choose one of: {Names}.");

    private static class Cache<T>
    {
        public static readonly Element<T>? Rules = ByType.GetValueOrDefault(typeof(T)) as Element<T>;
    }
}
