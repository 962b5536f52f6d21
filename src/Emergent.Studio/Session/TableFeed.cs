using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>The logs of a simulation as they grow, told to each page from where it is.</summary>
internal sealed class TableFeed
{
    private const int ElementsInMessage = 50_000;   // about 500 kB

    private readonly List<FollowedLog> _logs = [];
    private long _nextId = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;   // so that no id is one of an earlier server; below 2⁵³, since a page counts in doubles

    /// <summary>The logs, as the hello names them.</summary>
    public IReadOnlyList<TableInfo> Tables => [.. _logs.Select(l => new TableInfo(l.Name, l.Log.Mode.Name, l.Log.Scale.ToString()))];

    /// <summary>Follows the logs of a simulation that has been initialized.</summary>
    public void Begin(Simulation simulation)
    {
        _logs.Clear();
        foreach (var log in simulation.Log.Tables)
        {
            var followed = new FollowedLog(log, _nextId++);
            // A log that is cleared begins anew with its next row.
            log.RowAdded += row => { if (row.Index == 0) { followed.Id = _nextId++; } };
            _logs.Add(followed);
        }
    }

    /// <summary>Whether a page has not all rows.</summary>
    public bool HasNews(List<SessionClient> clients)
    {
        foreach (var client in clients) { foreach (var log in _logs) { if (IsBehind(client, log)) { return true; } } }
        return false;
    }

    /// <summary>Tells a page what it has not, as far as it takes it.</summary>
    public void Send(SessionClient client)
    {
        foreach (var log in _logs)
        {
            while (IsBehind(client, log) && !client.IsCongested) { SendNext(client, log); }
        }
    }

    /// <summary>Takes note of what a page had when it was connected before.</summary>
    public void Resume(SessionClient client, HelloRequest hello)
    {
        foreach (var log in _logs)
        {
            if (hello.Rows.TryGetValue(log.Name, out var rows) && hello.Ids.TryGetValue(log.Name, out var id) && id == log.Id)
            {
                client.Tables[log.Name] = (id, (int)Math.Min(rows, log.Table.RowCount));
            }
        }
    }

    /// <summary>Sets an element of a cell; the pages that have the row are told it again.</summary>
    /// <exception cref="EmergentException">There is no such table or column, or the value is none of it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or element.</exception>
    public void SetCell(IEnumerable<SessionClient> clients, string name, string column, int row, int element, string value)
    {
        var log = _logs.Find(l => l.Name == name) ?? throw new EmergentException($"There is no table '{name}'. {Names.DidYouMean(name, _logs.Select(l => l.Name))}");
        var cell = log.Table[column].CellTensor(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)element, (uint)cell.Length, nameof(element));
        if (IsText(log.Table[column])) { ((Tensor<string>)cell)[element] = value; }
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) { cell.SetDouble(element, number); }
        else { throw new EmergentException($"Table '{name}', column '{column}': '{value}' is no number."); }
        foreach (var client in clients)
        {
            // Rows are written over from the first that differs.
            if (client.Tables.TryGetValue(name, out var has) && has.Id == log.Id && has.Rows > row) { client.Tables[name] = (has.Id, row); }
        }
    }

    private static bool IsBehind(SessionClient client, FollowedLog log) =>
        !client.Tables.TryGetValue(log.Name, out var has) || has.Id != log.Id || has.Rows < log.Table.RowCount;

    private static void SendNext(SessionClient client, FollowedLog log)
    {
        if (!client.Tables.TryGetValue(log.Name, out var has) || has.Id != log.Id)
        {
            client.Send(Description(log));
            client.Tables[log.Name] = (log.Id, 0);
            return;
        }
        var perRow = Math.Max(1, log.Table.Columns.Sum(c => c.CellShape.Length));
        var end = Math.Min(log.Table.RowCount, has.Rows + Math.Max(1, ElementsInMessage / perRow));
        client.Send(Rows(log, has.Rows, end));
        client.Tables[log.Name] = (log.Id, end);
    }

    private static TableMessage Description(FollowedLog log)
    {
        var (table, columns) = (log.Table, log.Table.Columns.Select(c => c.Name).ToHashSet());
        var settings = table.MetaData.Where(m => m.Key != "XAxisCol" && !columns.Contains(m.Key.Split(':')[0])).ToDictionary();
        return new(log.Name, log.Id, [.. table.Columns.Select(c => new ColumnInfo(c.Name, IsText(c) ? "text" : "number", [.. c.CellShape], PlotOf(table, c.Name)))],
            table.MetaData.TryGetValue("XAxisCol", out var axis) ? axis : "", settings);
    }

    private static PlotInfo PlotOf(Table table, string column)
    {
        return new(Said("On") == "+", Number("FixMin", "Min"), Number("FixMax", "Max"), Said("Color"), Said("Label"), Said("ErrCol"), int.TryParse(Said("TensorIdx"), out var index) ? index : null);

        string Said(string key) => table.MetaData.TryGetValue($"{column}:{key}", out var said) ? said : "";
        double? Number(string isFixed, string key) => Said(isFixed) == "+" && double.TryParse(Said(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static OutgoingMessage Rows(FollowedLog log, int from, int to)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ProtocolJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("type", "rows");
            json.WriteString("name", log.Name);
            json.WriteNumber("from", from);
            json.WriteStartArray("columns");
            foreach (var column in log.Table.Columns) { WriteCells(json, column, from, to); }
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
            if (IsText(column)) { json.WriteStringValue(cells.GetText(i)); }
            else if (cells.IsNull(i) || !double.IsFinite(cells.GetDouble(i))) { json.WriteNullValue(); }
            else if (column.ElementType == typeof(float)) { json.WriteNumberValue((float)cells.GetDouble(i)); }
            else { json.WriteNumberValue(cells.GetDouble(i)); }
        }
        json.WriteEndArray();
    }

    private static bool IsText(Column column) => column.ElementType == typeof(string);

    /// <summary>A log, and which beginning of it the present one is.</summary>
    private sealed class FollowedLog(LogTable log, long id)
    {
        public LogTable Log => log;

        public Table Table => log.Table;

        public string Name => log.FileSuffix;

        public long Id { get; set; } = id;
    }
}
