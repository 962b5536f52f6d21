using System.CommandLine;
using Emergent.Data;

namespace Emergent.Cli;

/// <summary><c>emergent cat</c>: puts the logs of several runs together.</summary>
internal static class CatCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "Tables (.tsv, .csv, .gz) with the same columns.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Delimiters = new Option<string>("--delimiter", "-d")
    {
        Description = "What separates cells, in the files and in what is written (default: detect, as the files and the output's extension say).",
        DefaultValueFactory = _ => "detect",
    }.AcceptOnlyFromAmong("detect", "tab", "comma", "space");
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The file to write (default: standard output).", HelpName = "FILE" };
    private static readonly Option<bool> Average = new("--average") { Description = "Average fractions over the files, row by row, instead of putting rows below one another." };
    private static readonly Option<int?> Precision = new("--precision") { Description = "Significant digits of fractions (default: as many as it takes to read the same number back).", HelpName = "N" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("cat", "Put the logs of several runs together, or average them.") { Files, Delimiters, Output, Average, Precision };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Precision) is { } precision && !precision.Errors.Any() && result.GetValue(Precision) < 1) { result.AddError("'--precision' takes a number of digits from 1 on."); }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult options)
    {
        var files = options.GetValue(Files)!;
        var delimiter = Enum.Parse<Delimiter>(options.GetValue(Delimiters)!, ignoreCase: true);
        var table = options.GetValue(Average) ? TableFiles.Average(files, delimiter) : TableFiles.Concatenate(files, delimiter);
        if (options.GetValue(Precision) is { } digits) { table.MetaData["precision"] = digits.ToString(); }
        if (options.GetValue(Output) is { } path) { table.Save(path, delimiter); }
        else { table.Write(Console.Out, delimiter); }
        return ExitCodes.Done;
    }
}
