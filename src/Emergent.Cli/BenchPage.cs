using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>What the benchmark prints, row by row as it is measured, and the page of results that it can keep.</summary>
internal sealed class BenchPage
{
    private readonly bool _isJson, _isVerbose;
    private readonly string? _file;
    private readonly StringBuilder _markdown = new();
    private (string Heading, int Width)[] _columns = [];
    private int _announced;

    /// <summary>An empty page.</summary>
    /// <param name="isJson">Whether results are printed as JSON, and nothing else.</param>
    /// <param name="isVerbose">Whether details of each result are printed.</param>
    /// <param name="file">The file to keep the page in, if any.</param>
    /// <exception cref="EmergentException">The file's folder does not exist.</exception>
    public BenchPage(bool isJson, bool isVerbose, string? file)
    {
        (_isJson, _isVerbose, _file) = (isJson, isVerbose, file);
        // Said before minutes of measuring, not after.
        if (file is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))) { throw new EmergentException($"The page '{file}' cannot be written: there is no such folder. Make it first."); }
    }

    /// <summary>Describes the machine, which measures it first.</summary>
    public void Machine()
    {
        if (_isJson) { return; }
        Announce("measuring the machine");
        var machine = MachineDescription.Measure();
        string[] lines = machine.ToString().Split("; ");
        foreach (var line in lines) { Print(line); }
        _markdown.Append(CultureInfo.InvariantCulture, $"# {machine.Processor}\n\n");
        _markdown.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, commit {Commit() ?? "unknown"}, {machine.Runtime} on {RuntimeInformation.OSDescription}.\n\n");
        _markdown.AppendJoin("\n", lines).Append(".\n");
    }

    /// <summary>Begins a table.</summary>
    public void Begin(params (string Heading, int Width)[] columns)
    {
        _columns = columns;
        if (_isJson) { return; }
        Print("");
        Print(Line([.. columns.Select(c => c.Heading)]));
        _markdown.Append('\n').Append(MarkdownLine(columns.Select(c => c.Heading))).Append(MarkdownLine(columns.Select((_, i) => i == 0 ? "---" : "---:")));
    }

    /// <summary>Adds a row to the table.</summary>
    public void Row(params string[] cells)
    {
        if (_isJson) { return; }
        Print(Line(cells));
        _markdown.Append(MarkdownLine(cells));
    }

    /// <summary>Adds the details of a result: an object of JSON, or lines below its row.</summary>
    public void Details(BenchmarkResult result, string? variant = null)
    {
        if (_isJson) { Console.WriteLine(BenchDetails.Json(result, variant)); }
        else if (_isVerbose) { Print(BenchDetails.Lines(result)); }
    }

    /// <summary>Prints details below a row, if they are asked for.</summary>
    public void Details(string lines)
    {
        if (_isVerbose) { Print(lines); }
    }

    /// <summary>Adds a sentence.</summary>
    public void Note(string text)
    {
        if (_isJson) { return; }
        Print(text);
        _markdown.Append('\n').Append(text).Append('\n');
    }

    /// <summary>Shows what is being measured, on a terminal, until the next line is printed.</summary>
    public void Announce(string what)
    {
        if (_isJson || Console.IsOutputRedirected) { return; }
        Erase();
        var text = $"… {what}";
        Console.Write(text);
        _announced = text.Length;
    }

    /// <summary>Writes the page to its file, if it has one.</summary>
    public void Save()
    {
        if (_file is not null) { File.WriteAllText(_file, _markdown.ToString()); }
    }

    private void Print(string line)
    {
        Erase();
        Console.WriteLine(line);
    }

    private void Erase()
    {
        if (_announced > 0) { Console.Write($"\r{new string(' ', _announced)}\r"); }
        _announced = 0;
    }

    /// <summary>Columns of fixed width, because rows are printed before the next are known.</summary>
    private string Line(string[] cells) =>
        string.Join("  ", cells.Select((cell, i) => i == 0 ? cell.PadRight(_columns[i].Width) : cell.PadLeft(_columns[i].Width))).TrimEnd();

    private static string MarkdownLine(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    /// <summary>The commit that this program was built from, as far as the folder that it lies in tells.</summary>
    private static string? Commit()
    {
        var start = new ProcessStartInfo("git", ["-C", AppContext.BaseDirectory, "describe", "--always", "--dirty", "--exclude", "*"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var git = Process.Start(start)!;
            var name = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? name : null;
        }
        catch (System.ComponentModel.Win32Exception) { return null; }   // there is no git
    }
}
