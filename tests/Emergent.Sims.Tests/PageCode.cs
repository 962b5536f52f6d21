using System.Text.RegularExpressions;

namespace Emergent.Sims.Tests;

/// <summary>The C# of a page of the documentation, its fragments one after the other as one program.</summary>
internal static partial class PageCode
{
    /// <summary>The program: usings first, then statements in order, then the types that fragments declare.</summary>
    public static string Of(string page)
    {
        List<string> usings = [], statements = [], types = [];
        foreach (var code in PageExamples.Of(page))
        {
            (Declaration().IsMatch(code) ? types : statements).Add(string.Join('\n', code.Split('\n').Where(l => !l.StartsWith("using Emergent", StringComparison.Ordinal))));
            usings.AddRange(code.Split('\n').Where(l => l.StartsWith("using Emergent", StringComparison.Ordinal)));
        }
        return string.Join('\n', [.. usings.Distinct(), .. statements, .. types]);
    }

    [GeneratedRegex(@"^(public |internal |sealed |abstract |static |partial )*(class|record|struct|interface|enum) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
