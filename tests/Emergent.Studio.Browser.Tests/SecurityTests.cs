using Emergent.Studio.Tests;

namespace Emergent.Studio.Browser.Tests;

/// <summary>What only a browser can show; the rest are tests of the server.</summary>
[Collection(Chromium.Collection)]
public class SecurityTests(Chromium chromium)
{
    [Fact]
    public async Task Page_of_another_server_of_this_machine_is_not_let_in_by_the_cookie_that_the_browser_sends_with_it()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        visit.Expect("WebSocket");   // Chromium tells of the one that is refused
        await using var other = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = 0 });
        await visit.Page.GotoAsync(other.Address);   // of the same site, since ports are no part of it: cookies of both are sent to both
        Assert.Equal(2, (await visit.Context.CookiesAsync()).Count);
        // Its own policy keeps the page from trying; without the policy the server has to refuse.
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Page.enable");
        await session.SendAsync("Page.setBypassCSP", new() { ["enabled"] = true });
        await visit.Page.ReloadAsync();
        Assert.Equal("open", await Connect(visit, other.Port));
        Assert.Equal("refused", await Connect(visit, visit.Window.Port));
    }

    private static Task<string> Connect(Visit visit, int port) => visit.Page.EvaluateAsync<string>("""
        port => new Promise(done => {
          const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, 'emergent.1');
          socket.onopen = () => done('open');
          socket.onerror = () => done('refused');
        })
        """, port);
}
