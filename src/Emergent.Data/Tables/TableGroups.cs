using System.Collections;

namespace Emergent.Data;

/// <summary>The rows of a <see cref="TableView"/> divided into groups, each named by a value at each level, with the statistics that were computed of them; immutable.</summary>
/// <remarks><c>log.View().GroupBy("Group").Aggregate("SSE", Statistic.Mean).ToTable()</c>. Source: emergent etable, Splits.</remarks>
public sealed partial class TableGroups : IReadOnlyList<TableGroup>
{
    private readonly TableView _source;
    private readonly Table _results;   // a row for each group: its value at each level, then the statistics
    private readonly int[][] _rows;
    private readonly string[] _levels;

    internal TableGroups(TableView source, Table results, int levels, int[][] rows)
    {
        (_source, _results, _rows) = (source, results, rows);
        _levels = [.. results.Columns.Take(levels).Select(c => c.Name)];
    }

    /// <summary>The number of groups.</summary>
    public int Count => _rows.Length;

    /// <summary>The names of the levels: the columns that the rows were grouped by.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>The group at a place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public TableGroup this[int place] => (uint)place < (uint)_rows.Length ? new(this, place, new(_source.Table, _rows[place]))
        : throw new ArgumentOutOfRangeException(nameof(place), $"There is no group {place}; table '{_source.Table.Name}' was divided into {_rows.Length}.");

    /// <summary>The group that has these values, one for each level: <c>groups["a", "x"]</c>.</summary>
    /// <exception cref="EmergentException">There is no such group.</exception>
    public TableGroup this[params ReadOnlySpan<string> values]
    {
        get
        {
            string[] wanted = [.. values];
            return this.FirstOrDefault(group => group.Values.SequenceEqual(wanted))
                ?? throw new EmergentException($"Table '{_source.Table.Name}' has no group '{string.Join(", ", wanted)}' by {string.Join(", ", _levels)}. "
                    + Names.DidYouMean(string.Join(", ", wanted), this.Select(g => g.Name)));
        }
    }

    /// <summary>The groups and the statistics that were computed of them as aligned text, to look at.</summary>
    public override string ToString() => _results.ToString();

    /// <summary>The groups for which <paramref name="predicate"/> is true, with their statistics.</summary>
    public TableGroups Where(Func<TableGroup, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return At([.. Enumerable.Range(0, Count).Where(place => predicate(this[place]))]);
    }

    /// <summary>The groups in ascending order of their values at one or several levels, or of statistics that were computed of them (<c>SSE:Mean</c>).</summary>
    /// <exception cref="EmergentException">There is no such level or statistic.</exception>
    public TableGroups OrderBy(params ReadOnlySpan<string> columns) => At(_results.View().OrderBy(columns).RowIndices);

    /// <summary>The groups in descending order of their values at one or several levels, or of statistics that were computed of them.</summary>
    /// <exception cref="EmergentException">There is no such level or statistic.</exception>
    public TableGroups OrderByDescending(params ReadOnlySpan<string> columns) => At(_results.View().OrderByDescending(columns).RowIndices);

    /// <summary>The same groups with the levels in another order, and in the order of their values at them.</summary>
    /// <exception cref="EmergentException">A level is missing, named twice or not there.</exception>
    public TableGroups ReorderLevels(params ReadOnlySpan<string> levels)
    {
        foreach (var level in levels) { CheckedLevel(level); }
        if (levels.Length != _levels.Length) { throw new EmergentException($"There are {_levels.Length} levels ({string.Join(", ", _levels)}); {levels.Length} were named. Name each one."); }
        var results = _results.Clone();
        results.OrderColumns(levels);
        return new TableGroups(_source, results, _levels.Length, _rows).OrderBy(levels);
    }

    /// <summary>Groups by some of the levels only: those that are equal there become one. Statistics are not carried over.</summary>
    /// <exception cref="EmergentException">There is no such level.</exception>
    public TableGroups ExtractLevels(params ReadOnlySpan<string> levels)
    {
        foreach (var level in levels) { CheckedLevel(level); }
        var merged = Keys.View().GroupBy(levels);
        int[][] rows = [.. merged.Select(group => (int[])[.. group.View.RowIndices.ToArray().SelectMany(place => _rows[place])])];
        return new(_source, merged.Keys, levels.Length, rows);
    }

    /// <summary>The rows of all groups, group by group, as one view.</summary>
    public TableView ToView() => new(_source.Table, [.. _rows.SelectMany(rows => rows)]);

    /// <inheritdoc/>
    public IEnumerator<TableGroup> GetEnumerator()
    {
        for (var place = 0; place < Count; place++) { yield return this[place]; }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A row for each group with its value at each level, and after them its statistics.</summary>
    internal Table Keys => _results;

    internal string CheckedLevel(string level) => _levels.Contains(level, StringComparer.Ordinal) ? level
        : throw new EmergentException($"The groups of table '{_source.Table.Name}' have no level '{level}'. {Names.DidYouMean(level, _levels)}");

    private TableGroups At(ReadOnlySpan<int> places)
    {
        var rows = new int[places.Length][];
        for (var g = 0; g < rows.Length; g++) { rows[g] = _rows[places[g]]; }
        return new(_source, _results.View().At(places).ToTable(), _levels.Length, rows);
    }
}
