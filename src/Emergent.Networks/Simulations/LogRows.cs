using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The log of one mode over one time scale as it is written: a row at the end of each pass.</summary>
internal sealed class LogRows(LogTable log)
{
    private readonly List<LogCell> _cells = [];
    private int _start;   // the first row of the present pass of the loop around

    public LogTable Log { get; } = log;

    public Table Table => Log.Table;

    public void Add(LogCell cell) => _cells.Add(cell);

    /// <summary>The rows of the present pass of the loop around, or the last of them.</summary>
    /// <param name="rows">How many; 0 for all.</param>
    public Range Last(int rows)
    {
        var end = Table.RowCount;
        return (rows == 0 ? _start : Math.Max(_start, end - rows))..end;
    }

    /// <summary>Begins a pass of the loop around.</summary>
    public void Begin()
    {
        // Trials and what is shorter are kept for one pass only: they would fill the memory, and RowAdded has seen them.
        if (Log.Scale < TimeScale.Epoch) { Table.Clear(); }
        _start = Table.RowCount;
    }

    public void WriteRow()
    {
        var row = Table.RowCount;
        Table.AddRows(1);
        for (var i = 0; i < _cells.Count; i++) { _cells[i].Write(row); }
        Log.Complete();
    }
}
