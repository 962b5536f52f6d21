namespace Emergent.Networks;

/// <summary>Takes the text of a sentence grammar apart into words, 'tokens' and signs.</summary>
internal static class SentenceTokenizer
{
    private const string Signs = "{}()!?$%=|&";

    internal enum Kind
    {
        Word,
        Token,
        Sign,
        LineEnd,
    }

    /// <summary>A word, a token or a sign, its line, and whether it follows what is before it without a space.</summary>
    internal readonly record struct Piece(Kind Kind, string Text, int Line, bool FollowsAtOnce = false)
    {
        public bool Is(string sign) => Kind == Kind.Sign && Text == sign;

        public override string ToString() => Kind switch { Kind.LineEnd => "the end of the line", Kind.Token => $"'{Text}'", _ => Text };
    }

    public static bool IsWord(char c) => !char.IsWhiteSpace(c) && c != '\'' && !Signs.Contains(c, StringComparison.Ordinal);

    /// <exception cref="EmergentException">A quote is left open.</exception>
    public static List<Piece> Split(string text, string grammar)
    {
        var pieces = new List<Piece>();
        var number = 0;
        foreach (var whole in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            for (var i = 0; i < whole.Length;)
            {
                var c = whole[i];
                if (char.IsWhiteSpace(c)) { i++; }
                else if (c == '/' && i + 1 < whole.Length && whole[i + 1] == '/') { break; }
                else if (c == '\'')
                {
                    var end = whole.IndexOf('\'', i + 1);
                    if (end < 0) { throw new EmergentException($"Grammar '{grammar}', line {number}: a quote is opened and not closed: {whole[i..].Trim()}. A word is 'quoted' on both sides."); }
                    if (end == i + 1) { throw new EmergentException($"Grammar '{grammar}', line {number}: '' is no word. Leave it out, or write the word between the quotes."); }
                    pieces.Add(new(Kind.Token, whole[(i + 1)..end], number));
                    i = end + 1;
                }
                else if (Signs.Contains(c, StringComparison.Ordinal))
                {
                    var isDouble = c is '|' or '&' && i + 1 < whole.Length && whole[i + 1] == c;
                    pieces.Add(new(Kind.Sign, isDouble ? new(c, 2) : c.ToString(), number, i > 0 && !char.IsWhiteSpace(whole[i - 1])));
                    i += isDouble ? 2 : 1;
                }
                else
                {
                    var end = i;
                    while (end < whole.Length && IsWord(whole[end]) && !whole.AsSpan(end).StartsWith("//")) { end++; }
                    pieces.Add(new(Kind.Word, whole[i..end], number));
                    i = end;
                }
            }
            pieces.Add(new(Kind.LineEnd, "", number));
        }
        return pieces;
    }
}
