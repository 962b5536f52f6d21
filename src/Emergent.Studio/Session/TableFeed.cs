using System.Buffers;
using System.Text.Json;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>The tables of a simulation, logs and those that it shows beside them, told to each page from where it is.</summary>
internal sealed class TableFeed
{
    private const int ElementsInMessage = 50_000;   // about 500 kB

    private readonly List<FollowedTable> _tables = [];
    private readonly Dictionary<string, string> _complaints = new(StringComparer.Ordinal);
    private long _nextId = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;   // so that no id is one of an earlier server; below 2⁵³, since a page counts in doubles

    /// <summary>The tables, as the hello names them.</summary>
    public IReadOnlyList<TableInfo> Tables => [.. _tables.Select(t => t.Info)];

    /// <summary>Follows the tables of a simulation that has been initialized.</summary>
    /// <exception cref="EmergentException">A table is shown under the name of a log.</exception>
    public void Begin(Simulation simulation)
    {
        var (answers, histories) = (_tables.FindAll(t => t.IsAnswer), _tables.Where(t => t.Info.IsEditable).ToDictionary(t => t.Name, t => t.History));
        _tables.Clear();
        _complaints.Clear();
        foreach (var log in simulation.Log.Tables)
        {
            var followed = new FollowedTable(log, _nextId++);
            // A log that is cleared begins anew with its next row.
            log.RowAdded += row => { if (row.Index == 0) { followed.Id = _nextId++; } };
            _tables.Add(followed);
        }
        foreach (var shown in simulation.Shown)
        {
            if (_tables.Exists(t => t.Name == shown.Name)) { throw new EmergentException($"Simulation '{simulation.Name}' shows a table '{shown.Name}', which is the name of one of its logs. Give the table another name."); }
            _tables.Add(new FollowedTable(shown, _nextId++, histories.GetValueOrDefault(shown.Name)));
        }
        _tables.AddRange(answers.Where(a => !_tables.Exists(t => t.Name == a.Name)));
    }

    /// <summary>Takes a table that an action has answered, in place of what it has answered before.</summary>
    /// <returns>What the table is called here: a table that is shown anyway by its own name, else by that of the action.</returns>
    public string Keep(string action, Table answer)
    {
        if (_tables.Find(t => t.Table == answer) is { } known) { return known.Name; }
        var name = _tables.Exists(t => t.Name == action && !t.IsAnswer) ? $"{action} answer" : action;
        _tables.RemoveAll(t => t.Name == name);
        _tables.Add(new FollowedTable(name, answer, _nextId++));
        return name;
    }

    /// <summary>Looks at the tables that are shown as they are now, and takes note of what pages must be told again.</summary>
    /// <returns>What went wrong in making a table, if it was not told before; the page keeps what it has of that table.</returns>
    public IReadOnlyList<string> Refresh(IEnumerable<SessionClient> clients)
    {
        var complaints = new List<string>();
        foreach (var table in _tables)
        {
            try
            {
                var change = table.Refresh();
                _complaints.Remove(table.Name);
                if (change is not var (beginsAnew, first)) { continue; }
                if (beginsAnew) { table.Id = _nextId++; }
                foreach (var client in clients)
                {
                    // Rows are written over from the first that differs.
                    if (client.Tables.TryGetValue(table.Name, out var has) && has.Id == table.Id && has.Rows > first) { client.Tables[table.Name] = (has.Id, first); }
                }
            }
            catch (Exception e)   // the table is made by code of the model's author: whatever it throws, the session goes on
            {
                var complaint = $"Table '{table.Name}' could not be made: {e.Message}";
                if (_complaints.TryAdd(table.Name, complaint)) { complaints.Add(complaint); }
            }
        }
        return complaints;
    }

    /// <summary>Whether a page has not all rows.</summary>
    public bool HasNews(List<SessionClient> clients)
    {
        foreach (var client in clients) { foreach (var table in _tables) { if (IsBehind(client, table)) { return true; } } }
        return false;
    }

    /// <summary>Tells a page what it has not, as far as it takes it.</summary>
    public void Send(SessionClient client)
    {
        foreach (var table in _tables)
        {
            while (IsBehind(client, table) && !client.IsCongested) { SendNext(client, table); }
        }
    }

    /// <summary>Takes note of what a page had when it was connected before.</summary>
    public void Resume(SessionClient client, HelloRequest hello)
    {
        foreach (var table in _tables.Where(t => t.Info.Mode.Length > 0))   // what is shown may have changed since
        {
            if (hello.Rows.TryGetValue(table.Name, out var rows) && hello.Ids.TryGetValue(table.Name, out var id) && id == table.Id)
            {
                client.Tables[table.Name] = (id, (int)Math.Min(rows, table.Table.RowCount));
            }
        }
    }

    /// <summary>A table as it is now.</summary>
    /// <exception cref="EmergentException">There is no such table.</exception>
    public Table Find(string name) => FollowedOf(name).Table;

    /// <summary>Changes a table that its user may change.</summary>
    /// <exception cref="EmergentException">There is no such table, it is there to be looked at only, or the change is refused; nothing has changed.</exception>
    public void Edit(string name, Action<TableEdits> edit)
    {
        var (table, history) = EditableOf(name);
        history.Edit(table, () => edit(new(name, table)));
    }

    /// <summary>Takes the last change of a table back.</summary>
    /// <exception cref="EmergentException">There is no such table, it is there to be looked at only, or it has no change to be taken back.</exception>
    public void Undo(string name)
    {
        var (table, history) = EditableOf(name);
        history.Undo(name, table);
    }

    /// <summary>Does again what was taken back.</summary>
    /// <exception cref="EmergentException">There is no such table, it is there to be looked at only, or nothing was taken back.</exception>
    public void Redo(string name)
    {
        var (table, history) = EditableOf(name);
        history.Redo(name, table);
    }

    // As it is now: an edit may come before the first look at it after an Init.
    private (Table Table, TableHistory History) EditableOf(string name)
    {
        var table = FollowedOf(name);
        if (table.Info.IsEditable) { return (table.Now(), table.History); }
        throw new EmergentException(table.Info.Mode.Length > 0
            ? $"Table '{name}' is a log, which says what has happened; it cannot be changed. Save it as CSV and change the copy."
            : $"Table '{name}' is a result, which the simulation makes; it cannot be changed. Save it as CSV and change the copy.");
    }

    private FollowedTable FollowedOf(string name) =>
        _tables.Find(t => t.Name == name) ?? throw new EmergentException($"There is no table '{name}'. {Names.DidYouMean(name, _tables.Select(t => t.Name))}");

    private static bool IsBehind(SessionClient client, FollowedTable table) =>
        !client.Tables.TryGetValue(table.Name, out var has) || has.Id != table.Id || has.Rows < table.Table.RowCount;

    private static void SendNext(SessionClient client, FollowedTable table)
    {
        if (!client.Tables.TryGetValue(table.Name, out var has) || has.Id != table.Id)
        {
            client.Send(Description(table));
            client.Tables[table.Name] = (table.Id, 0);
            return;
        }
        var perRow = Math.Max(1, table.Table.Columns.Sum(c => c.CellShape.Length));
        var end = Math.Min(table.Table.RowCount, has.Rows + Math.Max(1, ElementsInMessage / perRow));
        client.Send(Rows(table, has.Rows, end));
        client.Tables[table.Name] = (table.Id, end);
    }

    private static TableMessage Description(FollowedTable followed)
    {
        var (table, columns) = (followed.Table, followed.Table.Columns.Select(c => c.Name).ToHashSet());
        var settings = table.MetaData.Where(m => m.Key != "XAxisCol" && !columns.Contains(m.Key.Split(':')[0])).ToDictionary();
        return new(followed.Name, followed.Id, [.. table.Columns.Select(c => new ColumnInfo(c.Name, c.IsNumeric ? "number" : "text", [.. c.CellShape], PlotOf(table, c.Name), SettingsOf(table, c.Name)))],
            table.MetaData.TryGetValue("XAxisCol", out var axis) ? axis : "", settings);
    }

    private static Dictionary<string, string> SettingsOf(Table table, string column) =>
        table.MetaData.Where(m => m.Key.StartsWith($"{column}:", StringComparison.Ordinal)).ToDictionary(m => m.Key[(column.Length + 1)..], m => m.Value);

    private static PlotInfo PlotOf(Table table, string column)
    {
        var plot = PlotSettings.Of(table, column);
        return new(plot.IsOn, plot.Min, plot.Max, plot.Color, plot.Label, plot.ErrorColumn, plot.TensorIndex);
    }

    private static OutgoingMessage Rows(FollowedTable table, int from, int to)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ProtocolJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("type", "rows");
            json.WriteString("name", table.Name);
            json.WriteNumber("from", from);
            json.WriteStartArray("columns");
            foreach (var column in table.Table.Columns) { WriteCells(json, column, from, to); }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return OutgoingMessage.Text(buffer.WrittenSpan.ToArray());
    }

    private static void WriteCells(Utf8JsonWriter json, Column column, int from, int to)
    {
        var (cells, size) = (column.AllCells, column.CellShape.Length);
        json.WriteStartArray();
        for (var i = from * size; i < to * size; i++)
        {
            if (!column.IsNumeric) { json.WriteStringValue(cells.GetText(i)); }
            else if (cells.IsNull(i) || !double.IsFinite(cells.GetDouble(i))) { json.WriteNullValue(); }
            else if (column.ElementType == typeof(float)) { json.WriteNumberValue((float)cells.GetDouble(i)); }
            else { json.WriteNumberValue(cells.GetDouble(i)); }
        }
        json.WriteEndArray();
    }
}
