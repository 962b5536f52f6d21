using System.Globalization;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What the user of a window does to a table that is there to be edited: all of it, or with an error nothing.</summary>
internal sealed class TableEdits(string name, Table table)
{
    private static readonly string[] RowChanges = ["add", "duplicate", "delete"];

    /// <summary>Sets an element of a cell.</summary>
    /// <exception cref="EmergentException">There is no such column, row or element, or the value is none of it.</exception>
    public void SetCell(string column, int row, int element, string value)
    {
        var target = table[column];
        RequireRow(row);
        var cell = target.CellTensor(row);
        if ((uint)element >= (uint)cell.Length) { throw new EmergentException($"Table '{name}', column '{column}': a cell has elements 0…{cell.Length - 1}; there is no element {element}."); }
        Set(target, cell, element, value, $"Table '{name}', column '{column}', row {row}");
    }

    /// <summary>Adds a row of zeros after the last of some rows (after −1: before all), copies them there, or deletes them.</summary>
    /// <exception cref="EmergentException">There is no such change or row, or no row is named.</exception>
    public void ChangeRows(string change, IReadOnlyCollection<int> rows)
    {
        if (!RowChanges.Contains(change)) { throw new EmergentException($"Rows cannot be changed by '{change}'. {Names.DidYouMean(change, RowChanges)}"); }
        if (rows.Count == 0) { throw new EmergentException($"Table '{name}': no rows are named. Choose some first."); }
        int[] named = [.. rows.Distinct().Order()];
        foreach (var row in named) { if (row != -1 || change != "add") { RequireRow(row); } }
        var after = named[^1] + 1;
        switch (change)
        {
            case "add":
                table.InsertRows(after);
                break;
            case "duplicate":
                InsertCopies(after, table, named);
                break;
            case "delete":
                foreach (var row in named.Reverse()) { table.DeleteRows(row); }
                break;
        }
    }

    /// <summary>Takes rows from a text: after a row (after −1: before all), or in place of those that there are.</summary>
    /// <returns>How many they are.</returns>
    /// <exception cref="EmergentException">There is no such row, the columns are not those of the table, or a value is none of its column; the message says where.</exception>
    public int Take(string text, int after, bool replaces)
    {
        if (after != -1 && !replaces) { RequireRow(after); }
        var given = Table.Read(new StringReader(text), "CSV");
        if (given.Columns.FirstOrDefault(c => !table.TryGetColumn(c.Name, out _)) is { } extra)
        {
            throw new EmergentException($"CSV has a column '{extra.Name}', which table '{name}' has not. {Names.DidYouMean(extra.Name, table.Columns.Select(c => c.Name))} {Remedy}");
        }
        var rows = new Table(name, table.Schema, given.RowCount);
        foreach (var column in rows.Columns)
        {
            if (!given.TryGetColumn(column.Name, out var source)) { throw new EmergentException($"CSV has no column '{column.Name}', which table '{name}' has. {Remedy}"); }
            if (!source.CellShape.Equals(column.CellShape)) { throw new EmergentException($"CSV, column '{column.Name}': its cells have shape {source.CellShape}, those of table '{name}' {column.CellShape}. {Remedy}"); }
            for (var row = 0; row < rows.RowCount; row++)
            {
                var (from, to) = (source.CellTensor(row), column.CellTensor(row));
                for (var i = 0; i < from.Length; i++) { Set(column, to, i, from.GetText(i), $"CSV, row {row}, column '{column.Name}'{(column.IsScalar ? "" : $", element {i}")}"); }
            }
        }
        if (replaces) { table.Clear(); }
        InsertCopies(replaces ? 0 : after + 1, rows, [.. Enumerable.Range(0, rows.RowCount)]);
        return rows.RowCount;
    }

    // Those that are copied stand before the copies, and so stay where they are.
    private void InsertCopies(int at, Table from, int[] rows)
    {
        table.InsertRows(at, rows.Length);
        foreach (var column in table.Columns)
        {
            for (var i = 0; i < rows.Length; i++) { table.CopyCell(column.Name, at + i, from.Row(rows[i])); }
        }
    }

    private const string Remedy = "Save the table as CSV to see the header that it needs.";

    private void RequireRow(int row)
    {
        if ((uint)row < (uint)table.RowCount) { return; }
        throw new EmergentException(table.RowCount == 0 ? $"Table '{name}' has no rows. Add one first." : $"Table '{name}' has rows 0…{table.RowCount - 1}; there is no row {row}.");
    }

    // Numbers must be finite, since networks are shown them.
    private static void Set(Column column, Tensor cell, int element, string value, string where)
    {
        if (column.ElementType is var type && (type == typeof(float) || type == typeof(double)) && !(double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(type == typeof(float) ? (float)number : number)))
        {
            throw new EmergentException($"{where}: '{value}' is no number. Give a finite one, such as 0.5.");
        }
        try { cell.SetText(element, value); }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException) { throw new EmergentException($"{where}: '{value}' does not fit. {e.Message}", e); }
    }
}
