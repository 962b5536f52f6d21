using System.CommandLine;
using System.CommandLine.Parsing;

namespace Emergent.Cli;

/// <summary>Says in one line what is wrong with a command line.</summary>
internal static class UsageError
{
    /// <summary>What is wrong, or null when nothing is.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) { return null; }
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is not [var token, ..])
        {
            if (parsed.Errors[0].SymbolResult is OptionResult { Tokens: [var value, ..] } result && !Parses(value.Value, result.Option.ValueType))
            {
                return $"'{result.Option.Name}' takes a whole number{(value.Value.All(char.IsAsciiDigit) ? " that is not so large" : "")}, which '{value.Value}' is not.";
            }
            return $"{parsed.Errors[0].Message.TrimEnd('.')}. '{CommandLine(parsed)} --help' says more.";
        }
        if (token.StartsWith('-'))
        {
            string[] options = [.. OptionsOf(parsed).SelectMany(o => (string[])[o.Name, .. o.Aliases]).Where(o => o.StartsWith("--", StringComparison.Ordinal)).Distinct()];
            return $"'{CommandLine(parsed)}' has no option '{token}'. {Names.DidYouMean(token, options)}";
        }
        return command.Subcommands.Count > 0
            ? $"There is no command '{token}'. {Names.DidYouMean(token, command.Subcommands.Select(c => c.Name))}"
            : $"'{CommandLine(parsed)}' does not know what to do with '{token}'. '{CommandLine(parsed)} --help' says what it takes.";
    }

    private static IEnumerable<Option> OptionsOf(ParseResult parsed) => parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options);

    private static bool Parses(string text, Type type) =>
        type == typeof(int?) ? int.TryParse(text, out _) : type != typeof(long?) || long.TryParse(text, out _);

    private static string CommandLine(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "emergent" : $"emergent {parsed.CommandResult.Command.Name}";
}
