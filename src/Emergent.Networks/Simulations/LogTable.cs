using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The log of one mode over one time scale: a table, and what happens with each of its rows.</summary>
public sealed class LogTable
{
    internal LogTable(RunMode mode, TimeScale scale, string name)
    {
        (Mode, Scale) = (mode, scale);
        Table = new Table(name);
    }

    /// <summary>What the simulation does with its network in what is logged.</summary>
    public RunMode Mode { get; }

    /// <summary>What each row is about: a trial, an epoch, a run.</summary>
    public TimeScale Scale { get; }

    /// <summary>The rows so far; of trials, only those of the present epoch.</summary>
    public Table Table { get; }

    /// <summary>Called with each row once it is complete, such as to write it to a file.</summary>
    public event Action<Row>? RowAdded;

    /// <summary>The end of the file's name: <c>train_epoch</c>.</summary>
    public string FileSuffix => $"{Mode}_{Scale}".ToLowerInvariant();

    internal void Complete() => RowAdded?.Invoke(Table.Row(Table.RowCount - 1));
}
