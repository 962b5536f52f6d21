using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Emergent.Studio.Tests;

/// <summary>Files that a page saves and opens.</summary>
internal static class Exchange
{
    public static async Task<(string Name, byte[] Content)> Save(StudioWindow window, string cookie, string path)
    {
        using var answer = await Ask(window, cookie, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentDisposition!.FileNameStar!, await answer.Content.ReadAsByteArrayAsync());
    }

    public static async Task<HttpResponseMessage> Ask(StudioWindow window, string cookie, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{window.Port}/{path}") { Headers = { { "Cookie", cookie } } };
        return await http.SendAsync(request);
    }

    public static Task<(HttpStatusCode Status, string Text)> Open(StudioWindow window, string? cookie, string kind, byte[] content, string name, string network = "") =>
        Open(window, cookie, kind, content, name, network, $"http://127.0.0.1:{window.Port}");

    public static async Task<(HttpStatusCode Status, string Text)> Open(StudioWindow window, string? cookie, string kind, byte[] content, string name, string network, string? origin)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{window.Port}/{kind}?name={Uri.EscapeDataString(name)}&network={Uri.EscapeDataString(network)}") { Content = new ByteArrayContent(content) };
        if (cookie is not null) { request.Headers.Add("Cookie", cookie); }
        if (origin is not null) { request.Headers.Add("Origin", origin); }
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) { gzip.Write(content); }
        return packed.ToArray();
    }
}
