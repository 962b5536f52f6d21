using System.Globalization;
using System.Net;

namespace Emergent.Studio;

/// <summary>How a window is opened.</summary>
public sealed record StudioOptions
{
    /// <summary>The port to begin with: where it is taken, the next that is free is used. 0 for any.</summary>
    public int Port { get; init; } = 8378;

    /// <summary>The address to listen at; one that other machines reach needs a <see cref="Token"/>.</summary>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>What lets the first browser in; null for a token that is made up here.</summary>
    /// <remarks>At least 32 letters, figures, '-' and '_'. Where other machines reach the window it must be given: nobody is to be let in by whoever happens to see the terminal.</remarks>
    public string? Token { get; init; }

    /// <summary>How much memory the recorded states may take, in bytes.</summary>
    public long HistoryBytes { get; init; } = 64 << 20;   // 2400 records of the 148 units of random-associator

    /// <summary>The share of the time of a run, 0 … 1, that recording states may take; 1 for every state that is watched.</summary>
    /// <remarks>Where it would take more, whole trials are left out, but for the states that are shown. What is stepped (by trials or less) or tested is recorded in full.</remarks>
    public double RecordingShare { get; init; } = 0.01;

    /// <summary>A folder with the page's files, for those who change the page; null for those that were built in.</summary>
    public string? PageFolder { get; init; }

    /// <summary>Says which number is out of its range.</summary>
    internal void Check()
    {
        if (Port is < 0 or > IPEndPoint.MaxPort) { throw Refused(nameof(Port), Port, $"within 0…{IPEndPoint.MaxPort}"); }
        if (HistoryBytes < 1) { throw Refused(nameof(HistoryBytes), HistoryBytes, "at least 1"); }
        if (!(RecordingShare is >= 0 and <= 1)) { throw Refused(nameof(RecordingShare), RecordingShare, "a share, within 0…1"); }
    }

    private static EmergentException Refused(string option, object value, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{nameof(StudioOptions)}.{option} is {value}; it must be {rule}."));
}
