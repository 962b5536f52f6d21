using Emergent.Networks;

namespace Emergent.Studio.Tests;

/// <summary>Windows for tests.</summary>
internal static class Windows
{
    public static Task<StudioWindow> Open(Simulation simulation, long historyBytes = 64 << 20, double recordingShare = 1) =>
        StudioWindow.Open(simulation, new StudioOptions { Port = 0, HistoryBytes = historyBytes, RecordingShare = recordingShare });
}
