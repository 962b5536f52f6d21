using System.Runtime.InteropServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>A table that pages are told: a log, a table that the simulation shows beside its logs, or the answer of an action.</summary>
/// <remarks>
/// A log only grows, or is cleared and begins anew. Any cell of a table that is shown may change, and the table itself may be another each time; no model has to say so,
/// since <see cref="Refresh"/> compares rows by their hashes.
/// </remarks>
internal sealed class FollowedTable
{
    private readonly ShownTable? _shown;
    private int[] _hashes = [];
    private string _schema = "";

    public FollowedTable(LogTable log, long id)
    {
        (Table, Id) = (log.Table, id);
        Info = new(log.FileSuffix, log.Mode.Name, log.Scale.ToString(), "", false, nameof(ShownAs.Plot), "", "", nameof(Metric.InvCorrelation), nameof(Linkage.Average), 0, 1);
    }

    /// <param name="shown">The table that is shown.</param>
    /// <param name="id">Which beginning of it this is.</param>
    /// <param name="history">What its user has done to the table of this name before an Init; null for nothing.</param>
    public FollowedTable(ShownTable shown, long id, TableHistory? history)
    {
        (_shown, Table, Id, History) = (shown, new Table(shown.Name), id, history ?? new());
        Info = new(
            shown.Name, "", "", shown.Description, shown.IsEditable, shown.As.ToString(), shown.Column, shown.Labels, shown.Metric.ToString(), shown.Linkage.ToString(),
            shown.Components.X, shown.Components.Y);
    }

    /// <summary>What an action has answered: a copy, as it was then.</summary>
    public FollowedTable(string action, Table answer, long id)
    {
        (Table, Id, IsAnswer) = (answer.Clone(), id, true);
        Info = new(action, "", "", $"What '{action}' has answered.", false, nameof(ShownAs.Cells), "", "", nameof(Metric.InvCorrelation), nameof(Linkage.Average), 0, 1);
    }

    public TableInfo Info { get; }

    /// <summary>Whether an action has made it.</summary>
    public bool IsAnswer { get; }

    public string Name => Info.Name;

    public Table Table { get; private set; }

    /// <summary>Which beginning of the table it is; another where pages must forget what they have.</summary>
    public long Id { get; set; }

    /// <summary>What its user has done to it, to be taken back.</summary>
    public TableHistory History { get; } = new();

    /// <summary>Takes the table that is shown as it is now; what pages must be told of it, <see cref="Refresh"/> says.</summary>
    public Table Now() => Table = _shown?.Table() ?? Table;

    /// <summary>Looks at the table that is shown as it is now.</summary>
    /// <returns>What pages must be told; null where nothing has changed.</returns>
    public TableChange? Refresh()
    {
        if (_shown is null) { return null; }
        Now();
        var (schema, hashes) = (SchemaOf(Table), HashesOf(Table));
        var (formerSchema, former) = (_schema, _hashes);
        (_schema, _hashes) = (schema, hashes);
        if (schema != formerSchema || (hashes.Length == 0 && former.Length > 0)) { return new(BeginsAnew: true, FirstRow: 0); }
        var first = hashes.AsSpan().CommonPrefixLength(former);
        if (first == hashes.Length && first == former.Length) { return null; }
        return new(BeginsAnew: false, Math.Min(first, hashes.Length - 1));   // telling the last row again drops those that were after it
    }

    private static string SchemaOf(Table table) =>
        $"{string.Join('\n', table.Columns.Select(c => c.ToString()))}\n{string.Join('\n', table.MetaData.Select(m => $"{m.Key}={m.Value}"))}";

    private static int[] HashesOf(Table table)
    {
        var hashes = new HashCode[table.RowCount];
        foreach (var column in table.Columns)
        {
            switch (column)
            {
                case Column<float> floats: Add(hashes, floats.Values); break;
                case Column<double> doubles: Add(hashes, doubles.Values); break;
                case Column<string> texts: Add(hashes, column, (cells, i) => cells.GetText(i).GetHashCode(StringComparison.Ordinal)); break;
                default: Add(hashes, column, (cells, i) => cells.IsNull(i) ? int.MinValue : cells.GetDouble(i).GetHashCode()); break;
            }
        }
        return Array.ConvertAll(hashes, h => h.ToHashCode());
    }

    private static void Add<T>(HashCode[] hashes, Span<T> values) where T : unmanaged
    {
        var size = hashes.Length == 0 ? 0 : values.Length / hashes.Length;
        for (var row = 0; row < hashes.Length; row++) { hashes[row].AddBytes(MemoryMarshal.AsBytes(values.Slice(row * size, size))); }
    }

    private static void Add(HashCode[] hashes, Column column, Func<Tensor, int, int> hash)
    {
        var (cells, size) = (column.AllCells, column.CellShape.Length);
        for (var i = 0; i < hashes.Length * size; i++) { hashes[i / size].Add(hash(cells, i)); }
    }
}
