using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Emergent.Studio;

/// <summary>The web server of a session: the page's files, and a socket for each page.</summary>
internal sealed class StudioServer : IAsyncDisposable
{
    private const int PortsToTry = 50;
    private const string ContentSecurityPolicy =
        "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self'; frame-ancestors 'self'";

    private const string OnlyOwnPages = "Only pages of this server are let in.";

    private readonly SimulationSession _session;
    private readonly PageFiles _files;
    private readonly IReadOnlyList<ExchangedFiles> _exchanged;
    private readonly CancellationTokenSource _stopping = new();
    private readonly IPAddress _bind;
    private WebApplication? _application;

    private StudioServer(SimulationSession session, StudioOptions options)
    {
        (_session, _files, _bind) = (session, new PageFiles(options.PageFolder), options.Bind);
        _exchanged = ExchangedFiles.Of(session);
        Gate = new Gate(options.Bind, options.Token);
    }

    public Gate Gate { get; }

    public int Port => Gate.Port;

    /// <summary>The address that lets one browser in.</summary>
    public string AddressWith(string token) => $"http://{HostOf(_bind)}:{Port}/?t={token}";

    /// <summary>Starts to serve a session.</summary>
    /// <exception cref="EmergentException">No port is free, or the address is not one of this machine.</exception>
    public static async Task<StudioServer> Start(SimulationSession session, StudioOptions options)
    {
        var server = new StudioServer(session, options);
        for (var port = options.Port; ; port++)
        {
            try
            {
                await server.Listen(port);
                return server;
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException && options.Port > 0 && port < Math.Min(options.Port + PortsToTry, IPEndPoint.MaxPort)) { /* the next */ }
            catch (Exception e) when (e is IOException or SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                throw new EmergentException($"The window could not be opened at {options.Bind}, port {port}: {e.Message} Give another with '--port N'.", e);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_application is { } application)
        {
            using var atOnce = new CancellationTokenSource();
            await atOnce.CancelAsync();   // open sockets are not waited for
            try { await application.StopAsync(atOnce.Token); }
            catch (OperationCanceledException) { /* as asked for */ }
            await application.DisposeAsync();
        }
        _stopping.Dispose();
    }

    private async Task Listen(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;   // nothing is sent here but by the socket, and files, which say so
            kestrel.Listen(_bind, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        var application = builder.Build();
        application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        application.Run(Answer);
        try { await application.StartAsync(); }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
        _application = application;
        Gate.Port = new Uri(application.Urls.First()).Port;
    }

    private async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        if (!Gate.IsHost(request.Headers.Host))
        {
            await Refuse(response, StatusCodes.Status421MisdirectedRequest, "This server answers only to the names of this machine.");
            return;
        }
        var path = request.Path.Value ?? "/";
        if (path == "/ws")
        {
            await Connect(context);
            return;
        }
        if (HttpMethods.IsPost(request.Method) && _exchanged.FirstOrDefault(f => f.IsOpenedBy(path)) is { } opened)
        {
            // Pages of other servers of this machine send the cookie too.
            if (Gate.IsOrigin(request.Headers.Origin) && Gate.HasCookie(request)) { await opened.Take(request, response, _stopping.Token); }
            else { await Refuse(response, StatusCodes.Status403Forbidden, OnlyOwnPages); }
            return;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            await Refuse(response, StatusCodes.Status405MethodNotAllowed, "Only GET is answered, and POST of weights and records.");
            return;
        }
        if (path == "/healthz")
        {
            await Write(response, "text/plain; charset=utf-8", "ok"u8.ToArray(), request);
            return;
        }
        if (path == "/" && request.Query.TryGetValue("t", out var token))
        {
            // Who is in already and opens the address again comes in as well.
            if (Gate.HasCookie(request) || Gate.TryEnter(token.ToString(), response)) { response.Redirect("/"); }
            else { await Refuse(response, StatusCodes.Status403Forbidden, "This address has been used, or was never right. The terminal shows a fresh one."); }
            return;
        }
        if (!Gate.HasCookie(request))
        {
            await Refuse(response, StatusCodes.Status403Forbidden, "Open the address that the terminal shows: it has the token that lets you in.");
            return;
        }
        var isCompressed = false;
        if (_exchanged.FirstOrDefault(f => f.IsSavedBy(path, out isCompressed)) is { } saved) { await saved.Answer(request, response, isCompressed, _stopping.Token); }
        else if (_files.Find(path) is var (content, type)) { await Write(response, type, content, request); }
        else { await Refuse(response, StatusCodes.Status404NotFound, "There is no such file."); }
    }

    private async Task Connect(HttpContext context)
    {
        var request = context.Request;
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(ProtocolJson.Subprotocol))
        {
            await Refuse(context.Response, StatusCodes.Status400BadRequest, $"Here is a WebSocket of subprotocol {ProtocolJson.Subprotocol}.");
        }
        else if (!Gate.IsOrigin(request.Headers.Origin) || !Gate.HasCookie(request))
        {
            await Refuse(context.Response, StatusCodes.Status403Forbidden, OnlyOwnPages);
        }
        else
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = ProtocolJson.Subprotocol });
            await PageSocket.Serve(socket, _session, _stopping.Token);
        }
    }

    /// <summary>Answers with what is wrong.</summary>
    internal static Task Refuse(HttpResponse response, int status, string text)
    {
        (response.StatusCode, response.ContentType) = (status, "text/plain; charset=utf-8");
        return response.WriteAsync(text + "\n");
    }

    private static async Task Write(HttpResponse response, string type, byte[] content, HttpRequest request)
    {
        (response.ContentType, response.ContentLength) = (type, content.Length);
        if (!HttpMethods.IsHead(request.Method)) { await response.Body.WriteAsync(content); }
    }

    private static string HostOf(IPAddress bind) =>
        bind.Equals(IPAddress.Any) || bind.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : bind.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{bind}]" : bind.ToString();

    /// <summary>Leaves signals alone: the program that the server is in decides when it ends.</summary>
    private sealed class OwnLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
