namespace Emergent.Networks;

/// <summary>Reads style sheets written as text.</summary>
/// <remarks>
/// A sheet is rules <c>selector { Path: value; Path: value }</c>, each of which may have its reason in a comment <c>/* … */</c> before it.
/// </remarks>
internal static class StyleText
{
    public static List<StyleRule> Parse(string text)
    {
        var rules = new List<StyleRule>();
        var (at, reason) = (0, "");
        while (true)
        {
            SkipSpace(text, ref at);
            if (at == text.Length) { return rules; }
            if (text.AsSpan(at).StartsWith("/*"))
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0) { throw Error(text, at, "a comment that does not end", "close it with */"); }
                reason = text[(at + 2)..end].Trim();
                at = end + 2;
                continue;
            }
            rules.Add(Rule(text, ref at, reason));
            reason = "";
        }
    }

    private static TextStyleRule Rule(string text, ref int at, string reason)
    {
        var start = at;
        int open = text.IndexOf('{', at), close = text.IndexOf('}', at);
        if (open < 0 || close < open) { throw Error(text, at, $"'{Excerpt(text, at)}'", "a rule is  selector { Path: value; … }"); }
        var settings = new List<(string, string)>();
        foreach (var declaration in text[(open + 1)..close].Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = declaration.IndexOf(':');
            if (colon <= 0 || colon == declaration.Length - 1) { throw Error(text, open, $"'{declaration}'", "a setting is  Path: value"); }
            settings.Add((declaration[..colon].Trim(), declaration[(colon + 1)..].Trim()));
        }
        if (settings.Count == 0) { throw Error(text, start, $"'{text[start..open].Trim()}', which sets nothing", "give it a setting, or remove it"); }
        at = close + 1;
        return new TextStyleRule(text[start..open].Trim(), reason, settings);
    }

    private static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) { at++; }
    }

    private static string Excerpt(string text, int at) => text[at..Math.Min(text.Length, at + 40)].ReplaceLineEndings(" ").Trim();

    private static EmergentException Error(string text, int at, string found, string remedy) =>
        new($"Style sheet, line {text.AsSpan(0, at).Count('\n') + 1}: found {found}; {remedy}.");
}
