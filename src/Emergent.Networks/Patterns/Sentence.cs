namespace Emergent.Networks;

/// <summary>What a <see cref="SentenceGenerator"/> has generated.</summary>
/// <param name="Tokens">The words, in order.</param>
/// <param name="States">What the rules say of the world behind the words: roles and their fillers.</param>
/// <param name="Fired">The rules that took part.</param>
public sealed record Sentence(IReadOnlyList<string> Tokens, IReadOnlyDictionary<string, string> States, IReadOnlySet<string> Fired)
{
    /// <summary>The words with spaces between.</summary>
    public override string ToString() => string.Join(' ', Tokens);
}
