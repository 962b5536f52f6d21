using System.Text;
using Emergent.Networks;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class NetDataTests(Chromium chromium)
{
    [Fact]
    public async Task Records_are_saved_and_looked_at_again_by_keyboard_and_a_wrong_file_changes_nothing()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var place = visit.Page.Locator(".record-place");
        var counters = visit.Page.Locator(".record-counters");
        await visit.StepTrial();
        await Expect(counters).ToContainTextAsync("Trial: 0  Cycle: 100");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => FileMenu.Choose(visit, "Records", 0));
        Assert.Equal("Fallible_Base_000_00000.netdat.gz", download.SuggestedFilename);
        var saved = await File.ReadAllBytesAsync((await download.PathAsync())!);
        var data = NetData.Read(new MemoryStream(saved), download.SuggestedFilename);
        var plain = await visit.Page.RunAndWaitForDownloadAsync(() => FileMenu.Choose(visit, "Records", 1));
        Assert.EndsWith(".netdat", plain.SuggestedFilename, StringComparison.Ordinal);

        for (var trial = 0; trial < 2; trial++) { await visit.StepTrial(); }
        await Expect(counters).ToContainTextAsync("Trial: 2  Cycle: 100");

        visit.Expect("422");   // Chromium tells of requests that are refused
        await FileMenu.Take(visit, "Records", "a.netdat", Encoding.UTF8.GetBytes("{\"UnVars\":"));
        var error = visit.Page.Locator(".net-error");
        await Expect(error).ToContainTextAsync("Net data file 'a.netdat' is damaged at line 1");
        await Expect(counters).ToContainTextAsync("Trial: 2  Cycle: 100");

        await FileMenu.Take(visit, "Records", download.SuggestedFilename, saved);
        await Expect(visit.Page.Locator(".action-answer")).ToContainTextAsync($"Open records: '{download.SuggestedFilename}' is shown: {data.Count} records.");
        await Expect(error).ToBeHiddenAsync();
        await Expect(counters).ToContainTextAsync("Trial: 0  Cycle: 100");
        await Expect(place).ToContainTextAsync("of records ");
        await visit.Button("Oldest record").ClickAsync();
        await Expect(place).ToContainTextAsync("not live");
        await Expect(counters).ToHaveTextAsync(data.Counters(0).TrimEnd());
        await visit.Button("One record on (/)").ClickAsync();
        await Expect(counters).ToContainTextAsync(data.Counters(1).TrimEnd());
    }
}
