using System.Text;

namespace Emergent.Data;

/// <summary>A table's file that grows row by row as a simulation runs, and can be read at any moment.</summary>
/// <remarks>Each row goes to the file whole, in one write, so that a program that is stopped leaves no half row behind.</remarks>
public sealed class TableLog : IDisposable
{
    private readonly Table _table;
    private readonly string _path;
    private readonly Column[] _columns;
    private readonly string[] _names;   // as the header has them
    private readonly char _delimiter;
    private readonly int _digits;
    private readonly FileStream _file;
    private readonly StringBuilder _line = new();
    private char[] _characters = [];   // these two are kept from row to row, so that writing one allocates nothing
    private byte[] _bytes = [];

    /// <summary>Begins the file with the header of <paramref name="table"/>; a file that is there already is replaced.</summary>
    /// <param name="table">The table whose rows will be written; those that it has now are not written by themselves.</param>
    /// <param name="path">The file: .csv is separated by commas, else by tabs.</param>
    /// <param name="delimiter">What separates cells, where the extension is not to say.</param>
    /// <exception cref="EmergentException">The file cannot be written, or is to be compressed, which a file that grows cannot be.</exception>
    public TableLog(Table table, string path, Delimiter delimiter = Delimiter.Detect)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (TableWriter.IsGzip(path))
        {
            throw new EmergentException($"Log '{path}' grows row by row and cannot be compressed. "
                + "Leave out '.gz', or save the table when it is complete.");
        }
        (_table, _path, _columns) = (table, path, [.. table.Columns]);
        _names = [.. _columns.Select(c => c.Name)];
        (_delimiter, _digits) = (TableWriter.CharOf(delimiter, path), TableWriter.Precision(table));
        TableHeader.Write(_line, table, _delimiter);
        try
        {
            _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EmergentException($"Log '{path}' could not be begun: {e.Message} Choose a folder that can be written.", e);
        }
        try { Flush(); }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Writes one row of the table.</summary>
    /// <exception cref="EmergentException">The row is of another table, the table's columns have changed, or the disk is full: the file is as it was before.</exception>
    public void Write(Row row)
    {
        if (!ReferenceEquals(row.Table, _table))
        {
            throw new EmergentException($"Log '{_path}' is for rows of table '{_table.Name}'; "
                + $"it was given one of table '{row.Table?.Name}'.");
        }
        if (!AreColumnsTheSame())
        {
            throw new EmergentException($"Table '{_table.Name}' has other "
                + $"columns than when its log '{_path}' was begun. Begin a new log.");
        }
        _line.Clear();
        TableWriter.WriteRow(_line, _table, row.Index, _delimiter, _digits);
        Flush();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private bool AreColumnsTheSame()
    {
        var columns = _table.Columns;
        if (columns.Count != _columns.Length) { return false; }
        for (var c = 0; c < _columns.Length; c++) { if (!ReferenceEquals(columns[c], _columns[c]) || columns[c].Name != _names[c]) { return false; } }
        return true;
    }

    private void Flush()
    {
        if (_characters.Length < _line.Length)
        {
            _characters = new char[2 * _line.Length];
            _bytes = new byte[Encoding.UTF8.GetMaxByteCount(_characters.Length)];
        }
        _line.CopyTo(0, _characters, _line.Length);
        var count = Encoding.UTF8.GetBytes(_characters.AsSpan(0, _line.Length), _bytes);
        var length = _file.Position;
        try
        {
            _file.Write(_bytes, 0, count);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)   // the latter where the file may not grow further (EFBIG)
        {
            try
            {
                _file.SetLength(length);
                _file.Position = length;
            }
            catch (IOException) { /* the first error is the one to report */ }
            throw new EmergentException($"Log '{_path}' could not be continued: {SystemErrors.SentenceOf(e)} Its earlier rows are unharmed. "
                + "Make room on the disk.", e);
        }
    }
}
