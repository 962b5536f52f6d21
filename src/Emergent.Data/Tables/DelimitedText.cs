using System.Text;

namespace Emergent.Data;

/// <summary>Splits text into records of cells, and joins them: quoted cells may hold delimiters, line ends and doubled quotes.</summary>
/// <remarks>A line end of any kind inside a quoted cell is read as \n, as Go reads it.</remarks>
internal sealed class DelimitedText(TextReader reader, string source)
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private string? _pending;
    private int _lastLine;

    /// <summary>The line on which the last record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>What stands between cells; to be set before the first record is read.</summary>
    public char Delimiter { get; set; } = '\t';

    /// <summary>The first line that is not blank, which stays to be read; null at the end.</summary>
    public string? PeekLine() => _pending ??= NextLine();

    /// <summary>The cells of the next record, valid until the one after it is read; null at the end. Blank lines are skipped.</summary>
    /// <exception cref="EmergentException">A quote is opened and never closed, or text follows a closing quote.</exception>
    public List<string>? NextRecord()
    {
        var line = _pending ?? NextLine();
        _pending = null;
        if (line is null) { return null; }
        Line = _lastLine;
        _cells.Clear();
        var at = 0;
        while (true)
        {
            at = at < line.Length && line[at] == '"' ? Quoted(ref line, at) : Plain(line, at);
            _cells.Add(_cell.ToString());
            _cell.Clear();
            if (at >= line.Length) { return _cells; }
            at++;
        }
    }

    /// <summary>Writes one cell, in quotes when it needs them.</summary>
    /// <remarks>The rule is that of Go's encoding/csv, so that files are the same byte for byte.</remarks>
    public static void Append(StringBuilder line, string cell, char delimiter)
    {
        var plain = cell.Length == 0 || (cell != @"\." && !char.IsWhiteSpace(cell[0]) && cell.AsSpan().IndexOfAny(['"', '\r', '\n', delimiter]) < 0);
        if (plain) { line.Append(cell); }
        else { line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"'); }
    }

    private int Plain(string line, int at)
    {
        var end = line.IndexOf(Delimiter, at);
        if (end < 0) { end = line.Length; }
        _cell.Append(line, at, end - at);
        return end;
    }

    private int Quoted(ref string line, int at)
    {
        at++;
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                _cell.Append(line, at, line.Length - at).Append('\n');
                _lastLine++;
                line = reader.ReadLine() ?? throw Damaged("a quote is opened and never closed. Close it, or double it where it belongs to the text.");
                at = 0;
                continue;
            }
            _cell.Append(line, at, quote - at);
            at = quote + 1;
            if (at >= line.Length || line[at] == Delimiter) { return at; }
            if (line[at] != '"') { throw Damaged($"'{line[at]}' follows the quote that closes a cell. Double each quote that belongs to the text."); }
            _cell.Append('"');
            at++;
        }
    }

    private string? NextLine()
    {
        while (reader.ReadLine() is { } line)
        {
            _lastLine++;
            if (line.Length > 0) { return line; }
        }
        return null;
    }

    private EmergentException Damaged(string what) => new($"File '{source}', line {Line}, cell {_cells.Count + 1}: {what}");
}
