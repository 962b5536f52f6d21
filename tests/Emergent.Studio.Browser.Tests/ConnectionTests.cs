using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class ConnectionTests(Chromium chromium)
{
    private const int Stop = 19, Continue = 18;

    [Fact]
    public async Task Process_that_was_paused_goes_on_and_no_row_is_lost()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "emergent.dll"), "studio", "random-associator", "--set", "Sim.Epochs=10000", "--set", "Sim.PatternCount=200", "--no-browser", "--port", "0"])   // more epochs than it gets to, and more patterns than it can learn
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync())!.Split(' ')[1];
            await using var visit = await Visit.At(chromium, address);
            await visit.Becomes("ready");
            await visit.OpenView("Train epoch table");
            await visit.Run.ClickAsync();
            await Visit.Until(async () => await visit.Count("epoch") > 1, "a third epoch");

            Assert.Equal(0, Kill(process.Id, Stop));
            await Expect(visit.Connection).ToHaveTextAsync("no answer from the simulation");
            await Expect(visit.State).ToHaveTextAsync("no answer");
            await Expect(visit.Run).ToBeHiddenAsync();      // it says Stop, since it runs
            await Expect(visit.Stop).ToBeDisabledAsync();

            Assert.Equal(0, Kill(process.Id, Continue));
            await Expect(visit.Connection).ToHaveTextAsync("connected");
            await visit.Stop.ClickAsync();
            await visit.Becomes("paused");
            await AssertRowsAreWhole(visit);
        }
        finally { process.Kill(); }
    }

    [Fact]
    public async Task Lost_connection_says_so_and_recovers_and_rows_are_neither_lost_nor_sent_twice()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        await using var window = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = 0, Bind = Relay.Server });
        await using var relay = new Relay(window.Port);
        relay.Mend();
        await using var visit = await Visit.At(chromium, window.Address.Replace("127.0.0.2", "127.0.0.1", StringComparison.Ordinal));
        await visit.Becomes("ready");
        await visit.Show("Vm");
        await visit.OpenView("Train epoch table");
        await visit.Page.GetByLabel("What a step is").SelectOptionAsync("Epoch");
        await visit.Step.ClickAsync();
        await Expect(visit.Page.GetByText("1 row", new() { Exact = true })).ToBeVisibleAsync();

        visit.Expect("WebSocket");   // Chromium tells of each attempt
        var told = new List<string>();
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => { lock (told) { if (frame.Text is { } text) { told.Add(text); } } };
        await visit.Run.ClickAsync();
        await Visit.Until(async () => await visit.Count("epoch") > 1, "a third epoch");
        relay.Cut();
        await Expect(visit.Connection).ToHaveTextAsync("disconnected, trying again");
        await Expect(visit.State).ToHaveTextAsync("disconnected");
        await Expect(visit.Stop).ToBeDisabledAsync();
        await Task.Delay(500);   // rows that the page cannot be told
        relay.Mend();
        await Expect(visit.Connection).ToHaveTextAsync("connected");
        await visit.Stop.ClickAsync();
        await visit.Becomes("paused");

        var rows = await AssertRowsAreWhole(visit);
        Assert.True(rows > 3, $"{rows} rows");
        lock (told)
        {
            var messages = told.ConvertAll(text => JsonElement.Parse(text));
            string Of(JsonElement message, string property) => message.TryGetProperty(property, out var value) ? value.ToString() : "";
            Assert.DoesNotContain(messages, m => Of(m, "type") == "table" && Of(m, "name") == "train_epoch");
            Assert.Contains(messages, m => Of(m, "type") == "rows" && Of(m, "name") == "train_epoch" && m.GetProperty("from").GetInt32() > 0);
        }
        // What was watched is watched again.
        await visit.Tab("Network").ClickAsync();
        await visit.StepTrial();
        await Expect(visit.Twin).ToContainTextAsync("Vm:");
    }

    /// <summary>Saves the table as CSV: each epoch is there once, in order, up to the last that has ended.</summary>
    private static async Task<int> AssertRowsAreWhole(Visit visit)
    {
        var ended = await visit.Count("epoch");
        int[] epochs = [];
        await Visit.Until(async () =>
        {
            await visit.Button("Save the rows").ClickAsync();
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Menuitem, new() { Name = "Save as CSV" }).ClickAsync());
            var lines = (await File.ReadAllLinesAsync((await download.PathAsync())!)).Select(l => l.Split(',')).ToArray();
            epochs = [.. lines.Skip(1).Select(l => int.Parse(l[Array.IndexOf(lines[0], "Epoch")], CultureInfo.InvariantCulture))];
            return epochs is [.., var last] && last >= ended - 1;
        }, $"the row of epoch {ended - 1}");
        Assert.Equal(Enumerable.Range(0, epochs.Length), epochs);
        return epochs.Length;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
