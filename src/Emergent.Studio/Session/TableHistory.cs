using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>The rows of a table before each edit of its user, so that edits can be taken back, also after an Init.</summary>
internal sealed class TableHistory
{
    private const int Most = 30;   // copies of all rows: tables that are edited by hand are small

    private readonly List<Table> _past = [], _future = [];
    private Table? _edited;
    private IReadOnlyList<ColumnSchema> _columns = [];

    /// <summary>Edits a table; one that is refused leaves no trace.</summary>
    public void Edit(Table table, Action edit)
    {
        var before = table.Clone();
        edit();
        Follow(table);
        Push(_past, before);
        _future.Clear();
    }

    /// <summary>Takes the last edit back.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public void Undo(string name, Table table) => Go(_past, _future, name, table, "edit to take back");

    /// <summary>Does the last edit again that was taken back.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public void Redo(string name, Table table) => Go(_future, _past, name, table, "edit that was taken back");

    private void Go(List<Table> from, List<Table> to, string name, Table table, string what)
    {
        Follow(table);
        if (from.Count == 0) { throw new EmergentException($"Table '{name}' has no {what}."); }
        var rows = from[^1];
        from.RemoveAt(from.Count - 1);
        Push(to, table.Clone());
        table.Clear();
        table.AppendRows(rows);
    }

    // What was done to a table that is no more, or has other columns now, cannot be taken back.
    private void Follow(Table table)
    {
        if (table == _edited && table.Schema.SequenceEqual(_columns)) { return; }
        _past.Clear();
        _future.Clear();
        (_edited, _columns) = (table, table.Schema);
    }

    private static void Push(List<Table> states, Table state)
    {
        if (states.Count == Most) { states.RemoveAt(0); }
        states.Add(state);
    }
}
