namespace Emergent;

/// <summary>What the system says went wrong, as a sentence among others.</summary>
internal static class SystemErrors
{
    /// <summary>The exception's message with a full stop, and without .NET's note of which parameter it was.</summary>
    public static string SentenceOf(Exception exception)
    {
        var message = exception.Message;
        var note = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return (note < 0 ? message : message[..note]).TrimEnd('.') + ".";
    }
}
