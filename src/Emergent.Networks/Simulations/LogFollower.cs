using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A copy of a log for another thread, such as that of a window, which takes over new rows when it wants to.</summary>
/// <remarks>
/// A log's own table belongs to the thread that runs the simulation. A follower queues each row as it is logged; <see cref="Update"/>, on the thread that
/// reads, moves what is queued into <see cref="Table"/>, which nobody else touches. When the log begins anew (that of trials does with each epoch), so does the copy.
/// Rows that were changed or taken away after they were logged stay as they were logged.
/// </remarks>
public sealed class LogFollower : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LogTable _log;
    private readonly Table _queue;
    private bool _beginsAnew;

    /// <summary>Begins to follow a log, with the rows that it has.</summary>
    /// <remarks>To be made by the thread that runs the simulation, or while it does not run.</remarks>
    public LogFollower(LogTable log)
    {
        ArgumentNullException.ThrowIfNull(log);
        (_log, Table) = (log, log.Table.Clone());
        _queue = new Table(log.Table.Name, log.Table.Schema);
        log.RowAdded += Enqueue;
    }

    /// <summary>The copy, as it was at the last <see cref="Update"/>; for the thread that calls that.</summary>
    public Table Table { get; }

    /// <summary>Takes over what was logged since the last time; by one thread only.</summary>
    /// <returns>Whether anything has changed.</returns>
    public bool Update()
    {
        lock (_lock)
        {
            if (!_beginsAnew && _queue.RowCount == 0) { return false; }
            if (_beginsAnew) { Table.Clear(); }
            Table.AppendRows(_queue);
            _queue.Clear();
            _beginsAnew = false;
            return true;
        }
    }

    /// <summary>Follows no longer.</summary>
    public void Dispose() => _log.RowAdded -= Enqueue;

    private void Enqueue(Row row)
    {
        lock (_lock)
        {
            if (row.Index == 0)
            {
                _queue.Clear();
                _beginsAnew = true;
            }
            _queue.AppendRows(row.Table.View().At(row.Index));
        }
    }
}
