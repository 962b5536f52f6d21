namespace Emergent.Data;

public sealed partial class TableView
{
    /// <summary>The rows in ascending order of one or several columns, of which the first counts most.</summary>
    /// <remarks>Numbers by value, false before true, text by its UTF-16 code units (capital letters before small ones), null cells last. Rows that are equal in all of
    /// the columns stay in the order that they had, so that <c>OrderByDescending("SSE").OrderBy("Group")</c> orders by group and within it by falling SSE.</remarks>
    /// <exception cref="EmergentException">No column is named, there is no such column, or its cells are tensors.</exception>
    public TableView OrderBy(params ReadOnlySpan<string> columns) => Ordered(columns, isDescending: false);

    /// <summary>The rows in descending order of one or several columns, of which the first counts most; null cells are last here too.</summary>
    /// <exception cref="EmergentException">No column is named, there is no such column, or its cells are tensors.</exception>
    public TableView OrderByDescending(params ReadOnlySpan<string> columns) => Ordered(columns, isDescending: true);

    /// <summary>The rows in the order that <paramref name="comparison"/> says: below 0 where the first row comes first. Equal rows stay in the order that they had.</summary>
    public TableView OrderBy(Comparison<Row> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new(Table, [.. CheckedRows.Order(Comparer<int>.Create((a, b) => comparison(new(Table, a), new(Table, b))))]);
    }

    /// <summary>The rows in the opposite order.</summary>
    public TableView Reverse()
    {
        var rows = (int[])_rows.Clone();
        Array.Reverse(rows);
        return new(Table, rows);
    }

    private TableView Ordered(ReadOnlySpan<string> columns, bool isDescending)
    {
        if (columns.IsEmpty) { throw new EmergentException($"A view of table '{Table.Name}' cannot be ordered by no column. Name at least one."); }
        var keys = new Column[columns.Length];
        for (var c = 0; c < keys.Length; c++) { keys[c] = ScalarColumn(columns[c], "ordering"); }
        // From the last column to the first: each pass keeps the order of the ones before among equal rows.
        var rows = CheckedRows;
        for (var c = keys.Length - 1; c >= 0; c--)
        {
            var places = keys[c].Order(rows, isDescending);
            for (var i = 0; i < places.Length; i++) { places[i] = rows[places[i]]; }
            rows = places;
        }
        return new(Table, rows);
    }
}
