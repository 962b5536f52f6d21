using System.Net.NetworkInformation;
using Emergent.Sims.Tests;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class LifetimeTests(Chromium chromium)
{
    private static readonly int Cycles = TestSize.Of(all: 100, few: 10);

    // What pages leave in the server's memory WatchingTests of Emergent.Studio.Tests measures: here the memory of what drives the browser would be counted too.
    [Fact]
    public async Task Opening_and_closing_the_page_again_and_again_leaves_no_socket_behind()
    {
        await using var visit = await Visit.Open(chromium, new Fallible { Epochs = 10_000_000 });
        await OpenAndClose(visit, 3);
        var sockets = SocketsOf(visit);
        await OpenAndClose(visit, Cycles);
        await Visit.Until(() => Task.FromResult(SocketsOf(visit) <= sockets), $"{sockets} sockets; there are {SocketsOf(visit)}");
    }

    [Fact]
    public async Task Networks_that_are_opened_and_closed_leave_no_webgl_context_and_no_elements_behind()
    {
        await using var visit = await Visit.Open(chromium, new Fallible(), width: 1000);
        await visit.StepTrial();
        await using var devtools = new Devtools(await visit.Context.NewCDPSessionAsync(visit.Page));
        await OpenAndCloseNetwork(visit);
        var (nodes, listeners, heap) = await devtools.Measure();
        for (var i = 0; i < Cycles; i++) { await OpenAndCloseNetwork(visit); }
        var after = await devtools.Measure();
        // A network has some 700 elements and texts.
        Assert.True(after.Nodes < nodes + 100, $"{nodes} nodes have become {after.Nodes}");
        Assert.True(after.Listeners < listeners + 100, $"{listeners} listeners have become {after.Listeners}");
        Assert.True(after.Heap < heap + 2_000_000, $"{heap} bytes of JavaScript have become {after.Heap}");
        // Above 16 contexts Chromium drops the oldest, and warns: that would be among the complaints, and the first network would be empty.
        await visit.Tab("Network").ClickAsync();
        await Expect(visit.Page.Locator(".net-empty").First).ToBeHiddenAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('.net-surface canvas').getContext('webgl2').isContextLost()"));
    }

    /// <summary>Opens pages while the simulation runs and tells them all, then empties its log.</summary>
    private static async Task OpenAndClose(Visit visit, int pages)
    {
        await visit.Run.ClickAsync();
        for (var i = 0; i < pages; i++)
        {
            var page = await visit.Again();
            await Expect(page.Locator(".connection")).ToHaveTextAsync("connected");
            await page.CloseAsync();
        }
        await visit.Stop.ClickAsync();
        await visit.Becomes("paused");
        await visit.Init.ClickAsync();
        await visit.Becomes("ready");
    }

    private static async Task OpenAndCloseNetwork(Visit visit)
    {
        await visit.OpenView("Network 2");
        await Expect(visit.Page.Locator(".netview[data-tier]")).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Button("Close this tab").ClickAsync();
        await Expect(visit.Tab("Network 2")).ToHaveCountAsync(0);
    }

    private static int SocketsOf(Visit visit) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(c => c.LocalEndPoint.Port == visit.Window.Port && c.State == TcpState.Established);

    /// <summary>Chromium's own measures of a page.</summary>
    private sealed class Devtools(ICDPSession session) : IAsyncDisposable
    {
        public async Task<(double Nodes, double Listeners, double Heap)> Measure()
        {
            await session.SendAsync("Performance.enable");
            for (var i = 0; i < 3; i++) { await session.SendAsync("HeapProfiler.collectGarbage"); }
            var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());
            return (metrics["Nodes"], metrics["JSEventListeners"], metrics["JSHeapUsedSize"]);
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
