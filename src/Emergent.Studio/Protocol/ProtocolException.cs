namespace Emergent.Studio;

/// <summary>A message that is not understood; its sender's socket is closed with the reason.</summary>
internal sealed class ProtocolException(string reason) : Exception(reason);
