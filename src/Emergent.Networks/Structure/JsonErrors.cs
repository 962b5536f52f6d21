namespace Emergent.Networks;

/// <summary>What JSON readers say of an error, for messages of our own.</summary>
internal static class JsonErrors
{
    /// <summary>The first sentence, without its full stop: what follows repeats the place.</summary>
    public static string FirstSentence(Exception error)
    {
        var end = error.Message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.');
    }
}
