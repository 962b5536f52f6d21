namespace Emergent.Data;

/// <summary>One row of a <see cref="Table"/>: a view, through which cells are read and set by the names of their columns.</summary>
public readonly struct Row : IEquatable<Row>
{
    internal Row(Table table, int index) => (Table, Index) = (table, index);

    /// <summary>The table that the row is of.</summary>
    public Table Table { get; }

    /// <summary>The row's place in the table, from 0.</summary>
    public int Index { get; }

    /// <summary>The cell in a column: a number, text or bool, null, or a tensor that is a view of it.</summary>
    /// <remarks>Setting takes whatever fits: any number for a column of numbers, a tensor or array of its size for a column of tensors.</remarks>
    /// <exception cref="EmergentException">There is no such column, or the value does not fit it; the cell is unchanged.</exception>
    public object? this[string column]
    {
        get
        {
            var cell = Table[column].CellTensor(Index);
            return cell.Shape.Rank > 0 ? cell : cell.GetValue(0);
        }
        set
        {
            var target = Table[column];
            Table.CheckFits(target, value);
            target.SetCell(Index, value);
        }
    }

    /// <summary>The single value in a column, as the type asked for: numbers are converted when nothing but digits beyond a float's is lost.</summary>
    /// <exception cref="EmergentException">There is no such column, or its cell is null, a tensor or of another kind.</exception>
    public T Get<T>(string column)
    {
        var wanted = Elements.Of<T>();
        var source = Table[column];
        if (!source.IsScalar)
        {
            throw new EmergentException($"Column '{column}' of table '{Table.Name}' has cells of shape {source.CellShape}, not single "
                + $"values. Read them with Cell<{Elements.NameOf(source.ElementType)}>(\"{column}\").");
        }
        if (source is Column<T> same && !same.IsNull(Index)) { return same[Index]; }
        if (this[column] is { } value && wanted.TryConvert(value, out var result)) { return result; }
        if (source.IsNull(Index) && wanted.IsNull(wanted.Null)) { return wanted.Null; }
        var text = this[column] is null ? "null" : $"'{source.CellTensor(Index).GetText(0)}'";
        throw new EmergentException($"Row {Index}, column '{column}' of table '{Table.Name}' is {text}; "
            + $"{Elements.NameOf(typeof(T))} needs {wanted.Rule}.");
    }

    /// <summary>Sets the single value in a column.</summary>
    /// <exception cref="EmergentException">There is no such column, or the value does not fit it; the cell is unchanged.</exception>
    public void Set<T>(string column, T value) => this[column] = value;

    /// <summary>The elements of the cell in a column, row-major, to read or to write; valid until the table grows.</summary>
    /// <exception cref="EmergentException">There is no such column, or it has another element type.</exception>
    public Span<T> Cell<T>(string column) => Table.Column<T>(column).Cell(Index);

    /// <summary>Each column's name and what the row has in it, to look at.</summary>
    public override string ToString()
    {
        var index = Index;
        return string.Join(", ", Table.Columns.Select(c => $"{c.Name} {ShownText.OfCell(c.CellTensor(index))}"));
    }

    /// <inheritdoc/>
    public bool Equals(Row other) => ReferenceEquals(Table, other.Table) && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Row other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, Index);

    /// <summary>Whether both are the same row of the same table.</summary>
    public static bool operator ==(Row left, Row right) => left.Equals(right);

    /// <summary>Whether they are different rows.</summary>
    public static bool operator !=(Row left, Row right) => !left.Equals(right);
}
