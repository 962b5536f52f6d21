using System.Globalization;
using Emergent.Networks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emergent.Studio;

/// <summary>A kind of file that a page saves and opens: its bytes come and go, never a path of this machine.</summary>
/// <param name="Name">What requests call it: <c>GET /weights.wts</c>, <c>GET /weights.wts.gz</c>, <c>POST /weights</c>.</param>
/// <param name="Ending">How names of such files end, but for the <c>.gz</c> of compressed ones.</param>
/// <param name="Kind">What it is, as errors begin.</param>
/// <param name="Otherwise">What to do with one that is too large.</param>
/// <param name="Save">Gives the name and the content of a file of a network, compressed or not.</param>
/// <param name="Open">Takes the content of a file of a name for a network, all of it or nothing, and says what has been done.</param>
internal sealed record ExchangedFiles(
    string Name, string Ending, string Kind, string Otherwise, Func<string, bool, Task<(string Name, Action<Stream> Write)>> Save, Func<Stream, string, string, Task<string>> Open)
{
    /// <summary>How large a file may be that a page opens.</summary>
    public const long MostBytes = 256_000_000;   // 13 million synapses of 19 bytes each, or 45 million compressed to 5.6, as in random-associator

    private const long MostUnpacked = 1_000_000_000;

    /// <summary>The kinds that there are.</summary>
    public static IReadOnlyList<ExchangedFiles> Of(SimulationSession session) =>
    [
        new("weights", ".wts", "Weights file", "Load it in a program: network.LoadWeights(path).", session.SaveWeights, (content, name, network) => session.OpenWeights(Network.ReadWeights(content, name, MostUnpacked), name, network)),
        new("netdata", ".netdat", "Net data file", "Load it in a program: NetData.Load(path).", session.SaveNetData, (content, name, network) => session.OpenNetData(NetData.Read(content, name, MostUnpacked), name, network)),
    ];

    /// <summary>Whether a request asks for such a file.</summary>
    public bool IsSavedBy(string path, out bool isCompressed)
    {
        isCompressed = path == $"/{Name}{Ending}.gz";
        return isCompressed || path == $"/{Name}{Ending}";
    }

    /// <summary>Whether such a file is sent to this path.</summary>
    public bool IsOpenedBy(string path) => path == $"/{Name}";

    /// <summary>Answers with a file.</summary>
    public async Task Answer(HttpRequest request, HttpResponse response, bool compresses, CancellationToken stopping)
    {
        try
        {
            var (name, write) = await Save(NetworkOf(request), compresses).WaitAsync(stopping);
            response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
            response.ContentType = compresses ? "application/gzip" : "application/json";
            response.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;   // as it is written, so that it need not be in memory
            write(response.Body);
        }
        catch (EmergentException e) { await StudioServer.Refuse(response, StatusCodes.Status422UnprocessableEntity, e.Message); }
    }

    /// <summary>Opens a file that is sent.</summary>
    public async Task Take(HttpRequest request, HttpResponse response, CancellationToken stopping)
    {
        var name = request.Query.TryGetValue("name", out var given) ? given.ToString() : Name + Ending;
        try
        {
            request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
            if (request.ContentLength > MostBytes) { throw new BadHttpRequestException(TooLarge(name, request.ContentLength.Value), StatusCodes.Status413PayloadTooLarge); }
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, stopping);
            content.Position = 0;
            var done = await Open(content, name, NetworkOf(request)).WaitAsync(stopping);
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(done + "\n", stopping);
        }
        catch (EmergentException e) { await StudioServer.Refuse(response, StatusCodes.Status422UnprocessableEntity, e.Message); }
        catch (BadHttpRequestException e) { await StudioServer.Refuse(response, e.StatusCode, e.Message); }   // too large, be it that it did not say so
    }

    /// <summary>The network that a request is about; empty for the one that is run.</summary>
    private static string NetworkOf(HttpRequest request) => request.Query["network"].ToString();

    private string TooLarge(string name, long bytes) => string.Create(CultureInfo.InvariantCulture,
        $"{Kind} '{name}' has {bytes / 1e6:F0} MB; one that is opened in the window has at most {MostBytes / 1e6:F0} MB. {Otherwise}");
}
