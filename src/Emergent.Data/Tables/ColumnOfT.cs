using System.Text;

namespace Emergent.Data;

/// <summary>One column of a <see cref="Table"/> with elements of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">float, double, string, bool, sbyte, byte, short, ushort, int, uint, long or ulong.</typeparam>
public sealed partial class Column<T> : Column
{
    private readonly Element<T> _element = Elements.Of<T>();
    private readonly TensorStore<T> _store;

    internal Column(string name, Shape cellShape, int rows) : base(name, cellShape)
    {
        _store = new([]);
        SetRowCount(rows);
    }

    private Column(Column<T> original) : base(original.Name, original.CellShape)
    {
        _store = original._store.Copy(0, original.RowCount * original.CellShape.Length);
        RowCount = original.RowCount;
        DimensionNames = original.DimensionNames;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>The first element of the cell in a row; the only one where cells are single values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public T this[int row]
    {
        get => _store.Values[Start(row)];
        set
        {
            var i = Start(row);
            _store.Values[i] = value;
            _store.MarkNull(i, false);
        }
    }

    /// <summary>The elements of all rows, row by row; valid until the table grows.</summary>
    public Span<T> Values => _store.Values.AsSpan(0, RowCount * CellShape.Length);

    /// <summary>The whole column as one tensor <c>[rows, …cell]</c>: a view, not a copy, of the rows that there are now.</summary>
    public new Tensor<T> AllCells => new(CellShape.Prepend(RowCount), _store, 0)
    {
        DimensionNames = DimensionNames is null ? null : ["Row", .. DimensionNames],
    };

    /// <summary>The elements of the cell in a row, row-major; valid until the table grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<T> Cell(int row) => _store.Values.AsSpan(Start(row), CellShape.Length);

    /// <summary>The cell in a row as a tensor: a view, not a copy, which stays on its row when the table grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public new Tensor<T> CellTensor(int row) => new(CellShape, _store, Start(row)) { DimensionNames = DimensionNames };

    internal override char Code => _element.Code;

    internal override string Rule => _element.Rule;

    private protected override Tensor ViewAll() => AllCells;

    private protected override Tensor ViewCell(int row) => CellTensor(row);

    internal override void SetRowCount(int rows)
    {
        var (old, length) = (RowCount * CellShape.Length, checked(rows * CellShape.Length));
        _store.Reserve(length);
        if (length > old) { _store.Reset(old, length - old, _element.Initial); }
        RowCount = rows;
    }

    internal override void DeleteRows(int start, int count)
    {
        var size = CellShape.Length;
        _store.Move((start + count) * size, start * size, (RowCount - start - count) * size);
        RowCount -= count;
        // What lies beyond the last row is cleared so that texts can be collected.
        _store.Reset(RowCount * size, count * size, _element.Initial);
    }

    internal override Column Clone() => new Column<T>(this);

    internal override bool Fits(object? value) => value switch
    {
        null or double.NaN or float.NaN => true,
        Tensor<T> tensor => tensor.Shape.Equals(CellShape),
        T[] array when !IsScalar => array.Length == CellShape.Length,
        _ => IsScalar && _element.TryConvert(value, out _),
    };

    internal override void SetCell(int row, object? value)
    {
        switch (value)
        {
            case null or double.NaN or float.NaN:
                var cell = CellTensor(row);
                for (var i = 0; i < cell.Length; i++) { cell.SetNull(i); }
                break;
            case Tensor<T> tensor:
                var target = CellTensor(row);
                for (var i = 0; i < tensor.Length; i++)
                {
                    if (tensor.IsNull(i)) { target.SetNull(i); }
                    else { target[i] = tensor[i]; }
                }
                break;
            case T[] array when !IsScalar:
                _store.Reset(Start(row), CellShape.Length, _element.Initial);
                array.CopyTo(Cell(row));
                break;
            default:
                _element.TryConvert(value, out var converted);
                this[row] = converted;
                break;
        }
    }

    internal override void AppendFileText(StringBuilder line, int row, int element, int digits, char delimiter)
    {
        var i = Start(row) + element;
        if (!_store.IsNull(i)) { _element.Append(line, _store.Values[i], digits, delimiter); }
    }
}
