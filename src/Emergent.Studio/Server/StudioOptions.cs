using System.Net;

namespace Emergent.Studio;

/// <summary>How a window is opened.</summary>
public sealed record StudioOptions
{
    /// <summary>The port to begin with: where it is taken, the next that is free is used. 0 for any.</summary>
    public int Port { get; init; } = 8378;

    /// <summary>The address to listen at; anything but this machine's own lets others in who have the token.</summary>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>How much memory the recorded states may take, in bytes.</summary>
    public long HistoryBytes { get; init; } = 64 << 20;   // 2400 records of the 148 units of random-associator

    /// <summary>A folder with the page's files, for those who change the page; null for those that were built in.</summary>
    public string? PageFolder { get; init; }
}
