namespace Emergent.Data;

/// <summary>Categories as vectors: one element for each category, 1 for the one that is meant and 0 for the others.</summary>
/// <remarks>Immutable. A null or empty value is a vector of zeros.</remarks>
public sealed class OneHot
{
    private readonly ClassNames _categories;

    private OneHot(ReadOnlySpan<string> categories)
    {
        if (categories.Contains("") || categories.Contains(null!)) { throw new EmergentException("A category of a one-hot code is empty; empty is the vector of zeros. Leave it out."); }
        _categories = new("one-hot code", "category", categories);
    }

    /// <summary>The categories, in the order of the elements.</summary>
    public IReadOnlyList<string> Categories => _categories.All;

    /// <summary>The number of categories, which is that of elements.</summary>
    public int Count => _categories.Count;

    /// <summary>The code for these categories, in this order.</summary>
    /// <exception cref="EmergentException">There is none, or one is empty or there twice.</exception>
    public static OneHot Of(params ReadOnlySpan<string> categories) => new(categories);

    /// <summary>The code for what stands in a column of single values: numbers ascending, texts in the order of their characters, whatever the order of rows.</summary>
    /// <exception cref="EmergentException">There is no such column, its cells are tensors, or it has no value.</exception>
    public static OneHot Of(TableView view, string column)
    {
        var texts = RowVectors.Labels(view, column);
        var numbers = view.Table[column].IsNumeric ? view.Numbers(column) : new double[texts.Length];
        return new([.. texts.Zip(numbers).Where(value => value.First.Length > 0).DistinctBy(value => value.First, StringComparer.Ordinal)
            .OrderBy(value => value.Second).ThenBy(value => value.First, StringComparer.Ordinal).Select(value => value.First)]);
    }

    /// <summary>The vector of one value: <c>[categories]</c>.</summary>
    /// <exception cref="EmergentException">The value is no category.</exception>
    public Tensor<float> Encode(string value)
    {
        var vector = new Tensor<float>([Count]);
        if (PlaceOf(value) is >= 0 and var place) { vector[place] = 1; }
        return vector;
    }

    /// <summary>The vectors of some values: <c>[values, categories]</c>.</summary>
    /// <exception cref="EmergentException">A value is no category.</exception>
    public Tensor<float> Encode(params ReadOnlySpan<string> values)
    {
        var vectors = new Tensor<float>([values.Length, Count]);
        for (var row = 0; row < values.Length; row++)
        {
            if (PlaceOf(values[row]) is >= 0 and var place) { vectors[row, place] = 1; }
        }
        return vectors;
    }

    /// <summary>The category of the largest element, the first of equals; empty where none is above 0.</summary>
    /// <param name="vector">A tensor of as many elements as there are categories, such as the activations of a layer.</param>
    /// <exception cref="EmergentException">It has more or fewer elements, or text.</exception>
    public string Decode(Tensor vector)
    {
        var values = RowVectors.Numbers(vector, "The vector");
        return values.Length == Count
            ? Largest(values)
            : throw new EmergentException($"A vector of shape {vector.Shape} has {values.Length} elements; the one-hot code has {Count} categories. They must be as many.");
    }

    /// <summary>The category of each row's largest element; see <see cref="Decode"/>.</summary>
    /// <param name="vectors">A tensor <c>[rows, …]</c> with as many elements in a row as there are categories.</param>
    /// <exception cref="EmergentException">Rows have more or fewer elements, or text.</exception>
    public string[] DecodeRows(Tensor vectors) => DecodeRows(RowVectors.Of(vectors));

    /// <summary>Adds a column with the vectors of what stands in another.</summary>
    /// <param name="table">The table, which is changed.</param>
    /// <param name="column">The column of single values that is encoded.</param>
    /// <param name="name">The name of the new column.</param>
    /// <exception cref="EmergentException">There is no such column, a value is no category, or the new name is taken; the table is unchanged.</exception>
    public Column<float> AddEncoded(Table table, string column, string name)
    {
        ArgumentNullException.ThrowIfNull(table);
        var vectors = Encode(RowVectors.Labels(table, column));
        var added = table.AddColumn<float>(name, [Count]);
        vectors.Values.CopyTo(added.Values);
        return added;
    }

    /// <summary>Adds a column with the categories of the vectors in another.</summary>
    /// <param name="table">The table, which is changed.</param>
    /// <param name="column">The column of vectors that is decoded.</param>
    /// <param name="name">The name of the new column.</param>
    /// <exception cref="EmergentException">There is no such column, its cells have more or fewer elements, or the new name is taken; the table is unchanged.</exception>
    public Column<string> AddDecoded(Table table, string column, string name)
    {
        var categories = DecodeRows(RowVectors.Of(table, column));
        var added = table.AddColumn<string>(name);
        categories.CopyTo(added.Values);
        return added;
    }

    private string[] DecodeRows(RowVectors rows)
    {
        if (rows.Size != Count)
        {
            throw new EmergentException($"Rows of {rows.Source} have {rows.Size} elements; the one-hot code has {Count} categories. They must be as many.");
        }
        return [.. Enumerable.Range(0, rows.Count).Select(row => Largest(rows[row]))];
    }

    private string Largest(ReadOnlySpan<double> values)
    {
        var (largest, category) = (0.0, "");
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > largest) { (largest, category) = (values[i], _categories[i]); }
        }
        return category;
    }

    private int PlaceOf(string value) => string.IsNullOrEmpty(value) ? -1 : _categories.PlaceOf(value);
}
