namespace Emergent.Networks;

/// <summary>Reads style sheets written as text.</summary>
/// <remarks>
/// A sheet is rules <c>selector { Path: value; Path: value }</c>. The reason of a rule is the comment <c>/* … */</c> before it, or after it
/// on the same line; comments within the braces are for the reader only.
/// </remarks>
internal static class StyleText
{
    public static List<StyleRule> Parse(string text)
    {
        var rules = new List<StyleRule>();
        var (at, reason) = (0, "");
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) { at++; }
            if (at == text.Length) { return rules; }
            if (IsComment(text, at)) { reason = Comment(text, ref at); }
            else
            {
                rules.Add(Rule(text, ref at, reason));
                reason = "";
            }
        }
    }

    private static TextStyleRule Rule(string text, ref int at, string reason)
    {
        var start = at;
        var open = text.IndexOf('{', at);
        if (open < 0 || text.AsSpan(at, open - at).Contains('}')) { throw Error(text, at, $"'{Excerpt(text, at)}'", "a rule is  selector { Path: value; … }"); }
        var selector = text[at..open].Trim();
        at = open + 1;
        var settings = Settings(text, ref at, open);
        if (settings.Count == 0) { throw Error(text, start, $"'{selector}', which sets nothing", "give it a setting, or remove it"); }

        var after = at;
        while (after < text.Length && text[after] is ' ' or '\t') { after++; }
        if (IsComment(text, after))
        {
            at = after;
            var comment = Comment(text, ref at);
            reason = reason.Length == 0 ? comment : $"{reason}; {comment}";
        }
        try { return new TextStyleRule(selector, reason, settings); }
        catch (EmergentException e) { throw new EmergentException($"Style sheet, line {Line(text, start)}: {e.Message}", e); }
    }

    /// <summary>The settings up to the closing brace, which is passed.</summary>
    private static List<(string Path, string Value)> Settings(string text, ref int at, int open)
    {
        var settings = new List<(string, string)>();
        var setting = new System.Text.StringBuilder();
        for (; at < text.Length; at++)
        {
            if (IsComment(text, at))
            {
                Comment(text, ref at);
                at--;
                setting.Append(' ');
            }
            else if (text[at] == '{') { throw Error(text, at, "a '{' within a rule", "close the rule before with }"); }
            else if (text[at] is ';' or '\n' or '}')
            {
                Add(setting.ToString().Trim(), at);
                setting.Clear();
                if (text[at] == '}')
                {
                    at++;
                    return settings;
                }
            }
            else { setting.Append(text[at]); }
        }
        throw Error(text, open, "a rule that does not end", "close it with }");

        void Add(string words, int end)
        {
            if (words.Length == 0) { return; }
            var colon = words.IndexOf(':');
            if (colon <= 0 || colon == words.Length - 1) { throw Error(text, end, $"'{words}'", "a setting is  Path: value"); }
            settings.Add((words[..colon].TrimEnd(), words[(colon + 1)..].TrimStart()));
        }
    }

    private static bool IsComment(string text, int at) => text.AsSpan(at).StartsWith("/*");

    /// <summary>The words of a comment, which is passed.</summary>
    private static string Comment(string text, ref int at)
    {
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0) { throw Error(text, at, "a comment that does not end", "close it with */"); }
        var comment = text[(at + 2)..end];
        at = end + 2;
        return string.Join(' ', comment.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Excerpt(string text, int at) => text[at..Math.Min(text.Length, at + 40)].ReplaceLineEndings(" ").Trim();

    private static int Line(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static EmergentException Error(string text, int at, string found, string remedy) => new($"Style sheet, line {Line(text, at)}: found {found}; {remedy}.");
}
