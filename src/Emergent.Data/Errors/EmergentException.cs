namespace Emergent;

/// <summary>A model, file or option is wrong in a way that the user can mend.</summary>
/// <remarks>The message names the object, the value, the rule that it breaks and the remedy.</remarks>
public class EmergentException : Exception
{
    /// <summary>An error with its message.</summary>
    public EmergentException(string message) : base(message) { }

    /// <summary>An error with its message and the error that caused it.</summary>
    public EmergentException(string message, Exception innerException) : base(message, innerException) { }
}
