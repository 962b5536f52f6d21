using System.Globalization;

namespace Emergent.Data;

public sealed partial class TableView
{
    /// <summary>The rows of this view and of another side by side, where they have equal cells in the key columns.</summary>
    /// <remarks>
    /// Rows stand in this view's order; one that matches several of the other's stands before each of them. Null keys match nothing. Columns: all of this table, then those
    /// of the other that are no keys; where a name is taken, the other table's name goes before it (<c>Test.SSE</c>).
    /// </remarks>
    /// <param name="other">The other rows.</param>
    /// <param name="kind">Which rows that match none are there too.</param>
    /// <param name="keys">The columns, in both tables, that must be equal.</param>
    /// <exception cref="EmergentException">A key is not in both tables, has different element types or cells that are tensors; or two columns would have the same name.</exception>
    public Table Join(TableView other, JoinKind kind, params ReadOnlySpan<string> keys)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (keys.IsEmpty) { throw new EmergentException($"Tables '{Table.Name}' and '{other.Table.Name}' cannot be joined without key columns. Name at least one."); }
        string[] names = [.. keys];
        var (rows, otherRows) = MatchedRows(other, kind, names);

        var columns = new List<Column>();
        foreach (var column in Table.Columns)
        {
            var gathered = column.Gather(rows, column.Name);
            if (names.Contains(column.Name, StringComparer.Ordinal))
            {
                for (var r = 0; r < rows.Length; r++) { if (rows[r] < 0) { gathered.CopyCell(r, other.Table[column.Name], otherRows[r]); } }
            }
            columns.Add(gathered);
        }
        foreach (var column in other.Table.Columns)
        {
            if (names.Contains(column.Name, StringComparer.Ordinal)) { continue; }
            var name = Table.TryGetColumn(column.Name, out _) ? $"{other.Table.Name}.{column.Name}" : column.Name;
            if (columns.Exists(c => c.Name.Equals(name, StringComparison.Ordinal)))
            {
                throw new EmergentException($"Tables '{Table.Name}' and '{other.Table.Name}' both have a column '{column.Name}' that is no key, and '{name}' is taken too. "
                    + "Rename one: Table.RenameColumn.");
            }
            columns.Add(column.Gather(otherRows, name));
        }
        return Data.Table.Of(Table.Name, rows.Length, columns);
    }

    /// <summary>The rows of both tables that stand side by side; −1 where there is none.</summary>
    private (int[] Rows, int[] OtherRows) MatchedRows(TableView other, JoinKind kind, string[] keys)
    {
        var (left, right) = (CheckedRows, other.CheckedRows);
        var (codes, otherCodes) = (new long[left.Length], new long[right.Length]);
        foreach (var key in keys)
        {
            var (column, otherColumn) = (ScalarColumn(key, "a join"), other.ScalarColumn(key, "a join"));
            if (column.ElementType != otherColumn.ElementType)
            {
                throw new EmergentException(string.Create(CultureInfo.InvariantCulture, $"Key '{key}' is {Elements.NameOf(column.ElementType)} in table '{Table.Name}' and "
                    + $"{Elements.NameOf(otherColumn.ElementType)} in table '{other.Table.Name}'. Only columns of one type can be keys: convert one of them."));
            }
            var (next, otherNext) = column.MatchingCodes(left, otherColumn, right);
            Combine(codes, otherCodes, next, otherNext);
        }

        var byCode = new Dictionary<long, List<int>>();
        for (var r = 0; r < right.Length; r++)
        {
            if (otherCodes[r] < 0) { continue; }
            if (!byCode.TryGetValue(otherCodes[r], out var matches)) { byCode.Add(otherCodes[r], matches = []); }
            matches.Add(right[r]);
        }
        var (rows, otherRows, matched) = (new List<int>(left.Length), new List<int>(left.Length), new HashSet<long>());
        for (var r = 0; r < left.Length; r++)
        {
            if (codes[r] >= 0 && byCode.TryGetValue(codes[r], out var matches))
            {
                matched.Add(codes[r]);
                foreach (var match in matches) { Add(left[r], match); }
            }
            else if (kind != JoinKind.Inner) { Add(left[r], -1); }
        }
        for (var r = 0; kind == JoinKind.Outer && r < right.Length; r++)
        {
            if (otherCodes[r] < 0 || !matched.Contains(otherCodes[r])) { Add(-1, right[r]); }
        }
        return ([.. rows], [.. otherRows]);

        void Add(int row, int otherRow)
        {
            rows.Add(row);
            otherRows.Add(otherRow);
        }
    }

    /// <summary>Makes one number of two for each row of both tables; −1 where either is null.</summary>
    private static void Combine(long[] codes, long[] otherCodes, int[] next, int[] otherNext)
    {
        var known = new Dictionary<(long, int), long>();
        Fill(codes, next);
        Fill(otherCodes, otherNext);

        void Fill(long[] codes, int[] next)
        {
            for (var r = 0; r < codes.Length; r++)
            {
                if (codes[r] < 0 || next[r] < 0) { codes[r] = -1; }
                else if (known.TryGetValue((codes[r], next[r]), out var code)) { codes[r] = code; }
                else { known.Add((codes[r], next[r]), codes[r] = known.Count); }
            }
        }
    }
}
