namespace Emergent.Data;

/// <summary>One column of an Arrow stream as its schema declares it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Element">What its elements become.</param>
/// <param name="Size">The bytes of an element: 2 for half precision, 4 or 8 for the offsets of texts, 0 for bits.</param>
/// <param name="Lists">The sizes of the fixed-size lists around the elements, outermost first.</param>
/// <param name="CellShape">The shape of a cell.</param>
/// <param name="DimensionNames">What each dimension of a cell stands for.</param>
internal sealed record ArrowField(string Name, Element Element, int Size, IReadOnlyList<int> Lists, Shape CellShape, IReadOnlyList<string>? DimensionNames)
{
    private const int MostLists = 32;

    /// <exception cref="InvalidDataException">The field is damaged or of a type that no column can have.</exception>
    public static ArrowField Of(FlatView field)
    {
        var (name, lists, inner) = (field.Text(ArrowFormat.Field.Name), new List<int>(), field);
        while (inner.Byte(ArrowFormat.Field.TypeType) == ArrowFormat.Types.FixedSizeList)
        {
            lists.Add(inner.Table(ArrowFormat.Field.Type).Int(0));
            var children = inner.Tables(ArrowFormat.Field.Children);
            if (children.Count != 1 || lists[^1] < 0 || lists.Count > MostLists) { throw new InvalidDataException($"is damaged: column '{name}' is no list of a fixed size."); }
            inner = children[0];
        }
        if (inner.Has(ArrowFormat.Field.Dictionary))
        {
            throw new InvalidDataException($"has a column '{name}' with a dictionary (categories), which cannot be read. Write it as plain text: in pandas, frame['{name}'].astype(str).");
        }
        var (element, size) = ElementOf(inner, name);
        Shape shape;
        try { shape = Shape.Create([.. lists]); }
        catch (ArgumentException e) { throw new InvalidDataException($"is damaged: column '{name}': {e.Message}", e); }
        var metaData = MetaData(field.Tables(ArrowFormat.Field.MetaData));
        var text = metaData.GetValueOrDefault(ArrowFormat.TensorKey)
            ?? (metaData.GetValueOrDefault(ArrowFormat.ExtensionName) == ArrowFormat.TensorExtension ? metaData.GetValueOrDefault(ArrowFormat.ExtensionKey) : null);
        (shape, var names) = text is not null && lists.Count > 0 ? ArrowFormat.ParseTensor(text, shape.Length, name) : (shape, null);
        return new(name, element, size, lists, shape, names);
    }

    public static Dictionary<string, string> MetaData(List<FlatView> pairs)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs) { result[pair.Text(0)] = pair.Text(1); }
        return result;
    }

    private static (Element Element, int Size) ElementOf(FlatView field, string name)
    {
        var code = field.Byte(ArrowFormat.Field.TypeType);
        switch (code)
        {
            case ArrowFormat.Types.Utf8: return (Elements.Of<string>(), 4);
            case ArrowFormat.Types.LargeUtf8: return (Elements.Of<string>(), 8);
            case ArrowFormat.Types.Bool: return (Elements.Of<bool>(), 0);
            case ArrowFormat.Types.FloatingPoint:
                var precision = field.Table(ArrowFormat.Field.Type).Short(0);
                if (precision is >= 0 and <= 2) { return (precision == 2 ? Elements.Of<double>() : Elements.Of<float>(), 2 << precision); }
                break;
            case ArrowFormat.Types.Int:
                var type = field.Table(ArrowFormat.Field.Type);
                var (bits, kind) = (type.Int(0), type.Byte(1) != 0 ? 'i' : 'u');
                if (Elements.All.FirstOrDefault(element => element.Kind == kind && 8 * element.Size == bits) is { } found) { return (found, found.Size); }
                break;
        }
        var typeName = code < ArrowFormat.Types.Names.Length ? ArrowFormat.Types.Names[code] : $"number {code}";
        throw new InvalidDataException($"has a column '{name}' of Arrow's type {typeName}, which no column of a table can have. Write it as numbers, bools or texts, or as lists of a fixed size of them.");
    }
}
