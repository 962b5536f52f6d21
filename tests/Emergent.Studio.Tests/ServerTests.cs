using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Emergent.Studio.Tests;

public class ServerTests
{
    [Fact]
    public async Task Token_is_exchanged_once_for_a_cookie()
    {
        await using var window = await Windows.Open(new Fallible());
        var renewed = "";
        window.AddressRenewed += address => renewed = address;
        using var http = Http();
        using var first = await http.GetAsync(window.Address);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (first.StatusCode, first.Headers.Location?.ToString()));
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith($"emergent-{window.Port}=", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);

        using var again = await http.GetAsync(window.Address);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
        Assert.NotEqual("", renewed);   // a fresh one for the user's eyes
        using var fresh = await http.GetAsync(renewed);
        Assert.Equal(HttpStatusCode.Redirect, fresh.StatusCode);
    }

    [Theory]
    [InlineData("/", null, HttpStatusCode.Forbidden)]
    [InlineData("/page.js", null, HttpStatusCode.Forbidden)]
    [InlineData("/?t=", null, HttpStatusCode.Forbidden)]
    [InlineData("/?t=0000000000000000000000000000000000000000000000000000000000000000", null, HttpStatusCode.Forbidden)]
    [InlineData("/healthz", null, HttpStatusCode.OK)]
    [InlineData("/healthz", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/healthz", "127.0.0.1:1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/healthz", "127.0.0.1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/healthz", "localhost.evil.example:{port}", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/healthz", "localhost:{port}", HttpStatusCode.OK)]
    [InlineData("/healthz", "[::1]:{port}", HttpStatusCode.OK)]
    public async Task Requests_are_let_in_by_host_and_cookie(string path, string? host, HttpStatusCode expected)
    {
        await using var window = await Windows.Open(new Fallible());
        using var http = Http();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{window.Port}{path}");
        if (host is not null) { request.Headers.Host = host.Replace("{port}", $"{window.Port}", StringComparison.Ordinal); }
        using var response = await http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/folder/..%5c..%5csecret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("/web/index.html")]
    public async Task Files_outside_the_page_are_not_to_be_had(string path)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var page = folder.CreateSubdirectory("page");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret.txt"), "secret");
            await File.WriteAllTextAsync(Path.Combine(page.FullName, "index.html"), "<p>page</p>");
            Directory.CreateDirectory(Path.Combine(page.FullName, "folder"));
            await File.WriteAllTextAsync(Path.Combine(page.FullName, "folder", "a.js"), "1");
            await using var window = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = 0, PageFolder = page.FullName });
            var cookie = await Page.Enter(window);
            Assert.Contains("200 OK", await Raw(window, "/folder/a.js", cookie), StringComparison.Ordinal);
            var answer = await Raw(window, path, cookie);
            Assert.DoesNotContain("200 OK", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("\r\n\r\nsecret", answer, StringComparison.Ordinal);
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public async Task Page_is_shown_or_how_to_build_it()
    {
        await using var window = await Windows.Open(new Fallible());
        var answer = await Raw(window, "/", await Page.Enter(window));
        Assert.Contains("200 OK", answer, StringComparison.Ordinal);
        var isBuilt = typeof(StudioWindow).Assembly.GetManifestResourceNames().Contains("web/index.html");
        Assert.Equal(!isBuilt, answer.Contains("Install Node.js 20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_get_is_answered()
    {
        await using var window = await Windows.Open(new Fallible());
        using var http = Http();
        using var response = await http.PostAsync($"http://127.0.0.1:{window.Port}/", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example", true, null)]
    [InlineData("http://127.0.0.1:1", true, null)]
    [InlineData("https://127.0.0.1:{port}", true, null)]
    [InlineData("null", true, null)]
    [InlineData(null, true, null)]
    [InlineData("http://127.0.0.1:{port}", false, null)]
    [InlineData("http://evil.example:{port}", true, "evil.example:{port}")]   // a name that has been made to point here
    public async Task Sockets_of_other_pages_are_refused(string? origin, bool hasCookie, string? host)
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = hasCookie ? await Page.Enter(window) : null;
        string? here(string? text) => text?.Replace("{port}", $"{window.Port}", StringComparison.Ordinal);
        await Assert.ThrowsAsync<WebSocketException>(() => Page.Connect(window, cookie, here(origin), here(host)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"type":"helo"}""")]
    [InlineData("""{"type":"hello"}""")]
    [InlineData("""{"type":"hello","protocol":2}""")]
    [InlineData("""{"type":"hello","protocol":1,"protocol":1}""")]
    [InlineData("""{"type":"hello","protocol":1,"rows":[]}""")]
    [InlineData("""{"type":"hello","protocol":1,"rows":{"a":-1}}""")]
    [InlineData("""{"type":"command","id":1,"name":"run"}""")]   // before hello
    public async Task Malformed_first_messages_close_the_socket_with_a_reason(string message)
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.OpenSilent(window);
        await page.SendText(message);
        var (status, reason) = await page.Closed();
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, status);
        Assert.NotEqual("", reason);
    }

    [Theory]
    [InlineData("""{"type":"watch","view":1,"variable":"Act","rate":"often"}""", "no rate 'often'")]
    [InlineData("""{"type":"watch","view":-1,"variable":"Act","rate":"trial"}""", "'view' is a whole number")]
    [InlineData("""{"type":"watch","view":1,"variable":"Act","rate":"trial","record":-2}""", "'record' is a whole number")]
    [InlineData("""{"type":"watch","view":1,"variable":"r.Wt","rate":"trial","unit":{"layer":[],"index":0}}""", "'layer' is a name")]
    [InlineData("""{"type":"ack","view":1}""", "'seq' is a whole number")]
    [InlineData("""{"type":"command","name":"run"}""", "'id' is a number")]
    [InlineData("""{"type":"command","id":1,"name":"run","args":[]}""", "'args' is an object")]
    [InlineData("""{"type":"hello","protocol":1}""", "there is one hello")]
    public async Task Malformed_messages_close_the_socket_with_a_reason_and_the_session_lives_on(string message, string expected)
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using (var page = await Page.Open(window, cookie))
        {
            await page.SendText(message);
            var (status, reason) = await page.Closed();
            Assert.Equal(WebSocketCloseStatus.PolicyViolation, status);
            Assert.Contains(expected, reason, StringComparison.Ordinal);
        }
        await using var next = await Page.Open(window, cookie);
        await next.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
    }

    [Fact]
    public async Task Oversized_and_binary_messages_close_the_socket()
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using (var page = await Page.Open(window, cookie))
        {
            await page.SendText($$"""{"type":"{{new string('x', 1 << 20)}}"}""");
            Assert.Equal(WebSocketCloseStatus.MessageTooBig, (await page.Closed()).Status);
        }
        await using var other = await Page.Open(window, cookie);
        await other.Socket.SendAsync(new byte[8].AsMemory(), WebSocketMessageType.Binary, true, CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, (await other.Closed()).Status);
    }

    [Fact]
    public async Task Port_that_is_taken_leads_to_the_next()
    {
        await using var first = await Windows.Open(new Fallible());
        await using var second = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = first.Port });
        Assert.InRange(second.Port, first.Port + 1, first.Port + 50);
    }

    [Theory]
    [InlineData("0.0.0.0", null, "0.0.0.0, where other machines reach it, without a token")]
    [InlineData("::", null, "::, where other machines reach it, without a token")]
    [InlineData("127.0.0.1", "secret", "has 6 characters")]
    [InlineData("0.0.0.0", "0123456789 0123456789 0123456789 0", "letters, figures")]
    public async Task Window_that_others_could_enter_is_refused(string bind, string? token, string expected)
    {
        var options = new StudioOptions { Port = 0, Bind = IPAddress.Parse(bind), Token = token };
        var e = await Assert.ThrowsAsync<EmergentException>(() => StudioWindow.Open(new Fallible(), options));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_that_is_given_lets_in_at_another_address_and_nothing_else_does()
    {
        var token = new string('t', 32);
        await using var window = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = 0, Bind = IPAddress.Any, Token = token });
        using var http = Http();
        using var without = await http.GetAsync($"http://127.0.0.1:{window.Port}/");
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        using var with = await http.GetAsync($"http://127.0.0.1:{window.Port}/?t={token}");
        Assert.Equal(HttpStatusCode.Redirect, with.StatusCode);
    }

    [Fact]
    public async Task Another_loopback_address_answers_to_its_own_name()
    {
        if (!OperatingSystem.IsLinux()) { return; }   // where all of 127.0.0.0/8 is this machine
        await using var window = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = 0, Bind = IPAddress.Parse("127.0.0.2") });
        using var http = Http();
        using var own = await http.GetAsync(window.Address);
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        using var other = await http.GetAsync($"http://127.0.0.2:{window.Port}/healthz");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var wrong = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.2:{window.Port}/healthz") { Headers = { Host = $"127.0.0.3:{window.Port}" } };
        using var refused = await http.SendAsync(wrong);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Ping_is_answered_while_the_simulation_is_busy()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        using var busy = new ManualResetEventSlim();
        simulation.OnTold = () => busy.Wait(TimeSpan.FromSeconds(60));
        await page.Send(new { type = "command", id = 1, name = "action", args = new { name = "Tell", arguments = new { what = "x" } } });
        await page.Send(new { type = "ping" });
        await page.Until("pong");
        Assert.DoesNotContain(page.Messages, m => Page.TypeOf(m) == "done");
        busy.Set();
        await page.Until("done");
    }

    [Fact]
    public async Task Wrong_model_is_an_error_before_anything_is_served()
    {
        var simulation = new Fallible { LayerSizes = "Nowhere=2x2" };
        var e = await Assert.ThrowsAsync<EmergentException>(() => Windows.Open(simulation));
        Assert.Contains("Nowhere", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_pages_see_the_same_and_one_that_leaves_is_no_matter()
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using var first = await Page.Open(window, cookie);
        await using (var second = await Page.Open(window, cookie))
        {
            await second.Watch("Act", "cycle");
            await first.Watch("Vm", "trial");
            await first.CommandTo("running", "run", new { mode = "Train" });
            await second.State("running");
            await second.FrameUntil(f => f.Sequence > 3);
        }
        await first.FrameUntil(f => f.Sequence > 6);
        await first.CommandTo("paused", "stop", new { scale = "now" });
    }

    private static HttpClient Http() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>Asks for a path as it is written: HttpClient would tidy it.</summary>
    private static async Task<string> Raw(StudioWindow window, string path, string cookie)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, window.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{window.Port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
