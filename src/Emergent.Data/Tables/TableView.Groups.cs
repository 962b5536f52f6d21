namespace Emergent.Data;

public sealed partial class TableView
{
    /// <summary>The rows in groups of equal cells in one or several columns, the groups in the order of those cells; one group of all rows when no column is named.</summary>
    /// <remarks>Within a group the rows stay in the view's order. Null cells are a group of their own, the last.</remarks>
    /// <exception cref="EmergentException">There is no such column, or its cells are tensors.</exception>
    public TableGroups GroupBy(params ReadOnlySpan<string> columns)
    {
        var keys = new Column[columns.Length];
        for (var c = 0; c < keys.Length; c++) { keys[c] = ScalarColumn(columns[c], "grouping"); }
        var rows = CheckedRows;
        var codes = RowCodes.Of(keys, rows, out var count);
        var groups = RowCodes.Groups(codes, count, rows);
        int[] firsts = [.. groups.Select(group => group[0])];
        return new(this, Table.Of(Table.Name, groups.Length, keys.Select(key => key.Gather(firsts, key.Name))), keys.Length, groups);
    }

    /// <summary>The rows in groups for which <paramref name="group"/> gives the same text, the groups in the order of that text.</summary>
    /// <param name="level">What the column of group names is called in tables of the groups.</param>
    /// <param name="group">The name of a row's group.</param>
    /// <exception cref="EmergentException">The level has no name.</exception>
    public TableGroups GroupBy(string level, Func<Row, string> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var rows = CheckedRows;
        var names = new Table("groups");
        var column = names.AddColumn<string>(level);
        names.AddRows(rows.Length);
        for (var r = 0; r < rows.Length; r++) { column[r] = group(new(Table, rows[r])); }
        var byName = names.View().GroupBy(level);
        return new(this, byName.Keys, 1, [.. byName.Select(g => (int[])[.. g.View._rows.Select(r => rows[r])])]);
    }

    /// <summary>The rows divided at random, as into those to train and to test with: <c>view.Split([("train", 0.8), ("test", 0.2)], seed: 1)</c>.</summary>
    /// <param name="parts">The name of each part and its share of the rows; shares sum to 1 and are rounded to whole rows, so that each row is in one part.</param>
    /// <param name="seed">What decides which rows.</param>
    /// <param name="level">What the column of the parts' names is called in tables of the groups.</param>
    /// <exception cref="ArgumentException">A share is negative, or they do not sum to 1 (within 1e-6).</exception>
    /// <exception cref="EmergentException">Two parts have the same name.</exception>
    public TableGroups Split(ReadOnlySpan<(string Name, double Share)> parts, long seed, string level = "Split")
    {
        var total = 0.0;
        var names = new Table("parts");
        var column = names.AddColumn<string>(level);
        foreach (var (name, share) in parts)
        {
            if (!(share >= 0)) { throw new ArgumentException($"The share of part '{name}' is {share}; a share is from 0 to 1.", nameof(parts)); }
            if (column.Values.Contains(name)) { throw new EmergentException($"Two parts of a split are called '{name}'. Give each part a name of its own."); }
            total += share;
            column[names.AddRow().Index] = name;
        }
        if (Math.Abs(total - 1) > 1e-6) { throw new ArgumentException($"The shares of the parts sum to {total}; they must sum to 1.", nameof(parts)); }

        var rows = Shuffle(seed)._rows;
        var groups = new int[parts.Length][];
        var (end, sum) = (0, 0.0);
        for (var p = 0; p < parts.Length; p++)
        {
            sum += parts[p].Share;
            var start = end;
            end = p == parts.Length - 1 ? rows.Length : (int)Math.Round(sum / total * rows.Length, MidpointRounding.AwayFromZero);
            groups[p] = rows[start..end];
        }
        return new(this, names, 1, groups);
    }
}
