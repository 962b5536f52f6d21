using System.Globalization;
using Emergent.Networks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emergent.Studio;

/// <summary>Weights files that a page saves and opens: their bytes come and go, never a path of this machine.</summary>
internal sealed class WeightsFiles(SimulationSession session, CancellationToken stopping)
{
    /// <summary>How large a file may be that a page opens.</summary>
    public const long MostBytes = 256_000_000;   // 13 million synapses of 19 bytes each, or 45 million compressed to 5.6, as in random-associator

    private const long MostUnpacked = 1_000_000_000;

    /// <summary>Answers with a file of the weights as they are.</summary>
    public async Task Save(HttpResponse response, bool compresses)
    {
        try
        {
            var (name, content) = await session.SaveWeights(compresses).WaitAsync(stopping);
            response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
            (response.ContentType, response.ContentLength) = (compresses ? "application/gzip" : "application/json", content.Length);
            await response.Body.WriteAsync(content, stopping);
        }
        catch (EmergentException e) { await StudioServer.Refuse(response, StatusCodes.Status422UnprocessableEntity, e.Message); }
    }

    /// <summary>Gives the network the weights of a file that is sent, all of them or none.</summary>
    public async Task Open(HttpRequest request, HttpResponse response)
    {
        var name = request.Query.TryGetValue("name", out var given) ? given.ToString() : "weights.wts";
        try
        {
            request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
            if (request.ContentLength > MostBytes) { throw new BadHttpRequestException(TooLarge(name, request.ContentLength.Value), StatusCodes.Status413PayloadTooLarge); }
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, stopping);
            content.Position = 0;
            var applied = await session.OpenWeights(Network.ReadWeights(content, name, MostUnpacked), name).WaitAsync(stopping);
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(applied + "\n", stopping);
        }
        catch (EmergentException e) { await StudioServer.Refuse(response, StatusCodes.Status422UnprocessableEntity, e.Message); }
        catch (BadHttpRequestException e) { await StudioServer.Refuse(response, e.StatusCode, e.Message); }   // too large, be it that it did not say so
    }

    private static string TooLarge(string name, long bytes) => string.Create(CultureInfo.InvariantCulture,
        $"Weights file '{name}' has {bytes / 1e6:F0} MB; one that is opened in the window has at most {MostBytes / 1e6:F0} MB. Load it in a program: network.LoadWeights(path).");
}
