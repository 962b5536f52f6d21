using System.Text;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class WeightsTests(Chromium chromium)
{
    [Fact]
    public async Task Weights_are_saved_and_opened_again_by_keyboard_and_a_wrong_file_changes_nothing()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var network = simulation.Network;
        await visit.StepTrial();
        await new Picture(visit).Click(network["Hidden"], 5);
        await visit.Show("r.Wt");
        var shown = await Shown();
        var before = network["Input"].SynapsesTo("Wt", "Hidden", 5);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => FileMenu.Choose(visit, "Weights", 0));
        Assert.Equal("Fallible_Base_000_00000.wts.gz", download.SuggestedFilename);
        var saved = await File.ReadAllBytesAsync((await download.PathAsync())!);

        for (var trial = 0; trial < 3; trial++) { await visit.StepTrial(); }
        await Expect(visit.Twin).Not.ToContainTextAsync(shown);
        var trained = network["Input"].SynapsesTo("Wt", "Hidden", 5);
        Assert.NotEqual(before, trained);

        visit.Expect("422");   // Chromium tells of requests that are refused
        await FileMenu.Take(visit, "Weights", "a.wts", Encoding.UTF8.GetBytes("{\"Network\":"));
        var error = visit.Page.Locator(".net-error");
        await Expect(error).ToContainTextAsync("Weights file 'a.wts' is damaged at line 1");
        await visit.Button("Log (`)").ClickAsync();
        await Expect(visit.Page.Locator(".log .error").Last).ToContainTextAsync("Weights file 'a.wts' is damaged at line 1");
        Assert.Equal(trained, network["Input"].SynapsesTo("Wt", "Hidden", 5));

        await FileMenu.Take(visit, "Weights", download.SuggestedFilename, saved);
        await Expect(visit.Page.Locator(".action-answer")).ToContainTextAsync($"Open weights: '{download.SuggestedFilename}' is in place: 3 layers, 3 projections, 108 weights");
        await Expect(error).ToBeHiddenAsync();
        await Expect(visit.Twin).ToContainTextAsync(shown);
        Assert.Equal(before, network["Input"].SynapsesTo("Wt", "Hidden", 5));

        // The text twin comes a while after the picture.
        async Task<string> Shown()
        {
            await Expect(visit.Twin).ToContainTextAsync("Wt");
            return (await visit.Twin.InnerTextAsync()).Split("Input")[1];
        }
    }

    [Fact]
    public async Task File_that_is_too_large_is_refused_without_being_sent()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "big.wts");
            await using (var file = File.Create(path)) { file.SetLength(256_000_001); }   // of holes
            await visit.Button("Weights").ClickAsync();
            var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Open weights…" }).ClickAsync());
            var isSent = false;
            visit.Page.Request += (_, _) => isSent = true;
            await chooser.SetFilesAsync(path);
            await Expect(visit.Page.Locator(".net-error")).ToHaveTextAsync("'big.wts' has 257 MB; a weights file that is opened in the window has at most 256 MB. Load it in a program: network.LoadWeights(path).");
            Assert.False(isSent);
        }
        finally { folder.Delete(recursive: true); }
    }
}
