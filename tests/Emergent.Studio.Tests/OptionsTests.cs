namespace Emergent.Studio.Tests;

public class OptionsTests
{
    public static TheoryData<StudioOptions, string> Wrong { get; } = new()
    {
        { new() { Port = 70_000 }, "StudioOptions.Port is 70000; it must be within 0…65535." },
        { new() { Port = 0, HistoryBytes = 0 }, "StudioOptions.HistoryBytes is 0; it must be at least 1." },
        { new() { Port = 0, RecordingShare = 1.5 }, "StudioOptions.RecordingShare is 1.5; it must be a share, within 0…1." },
        { new() { Port = 0, RecordingShare = double.NaN }, "StudioOptions.RecordingShare is NaN; it must be a share, within 0…1." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Numbers_out_of_their_range_are_refused(StudioOptions options, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<EmergentException>(() => StudioWindow.Open(new Fallible(), options))).Message);
}
