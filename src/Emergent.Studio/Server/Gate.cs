using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Emergent.Studio;

/// <summary>Who is let in: requests to this machine under its own name, from pages of this server, with its cookie.</summary>
/// <remarks>
/// Any user of the machine can reach a loopback port, and any page in a browser can send requests to it; hence the token. A name that an attacker has let point here (DNS rebinding) is
/// not among the hosts. Where the server listens to others, any address written in figures is a host, since those cannot be made to point elsewhere.
/// </remarks>
internal sealed class Gate(IPAddress bind, string? token = null)
{
    private const int LeastToken = 32;

    private readonly Lock _lock = new();
    private readonly string _session = NewSecret();
    private string? _token = token ?? NewSecret();

    /// <summary>The port, once it is known.</summary>
    public int Port { get; set; }

    /// <summary>Called with a fresh token when one was asked for with a token that has been used.</summary>
    public event Action<string>? TokenRenewed;

    /// <summary>The cookie's name: other servers of the machine have other ports, and cookies do not tell ports apart.</summary>
    public string CookieName => $"emergent-{Port}";

    /// <summary>The token that has not been used yet.</summary>
    /// <exception cref="InvalidOperationException">It has been.</exception>
    public string Token => _token ?? throw new InvalidOperationException("The token has been used.");

    /// <summary>Refuses a token that can be guessed, and an address that other machines reach without one.</summary>
    /// <exception cref="EmergentException">The message says what to give.</exception>
    public static void Check(IPAddress bind, string? token)
    {
        if (token is null && !IPAddress.IsLoopback(bind))
        {
            throw new EmergentException($"The window was to listen at {bind}, where other machines reach it, without a token of yours. Write one of {LeastToken} characters or more into a file that only you can read and give it with '--token-file FILE', or leave out '--bind' and come over ssh.");
        }
        if (token is not null && (token.Length < LeastToken || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw new EmergentException($"The token of the window has {token.Length} characters; it must be {LeastToken} or more letters, figures, '-' and '_', such as 'openssl rand -hex 32' prints.");
        }
    }

    public bool IsHost(string? host)
    {
        if (string.IsNullOrEmpty(host)) { return false; }
        var given = new HostString(host);
        if ((given.Port ?? 80) != Port) { return false; }
        if (given.Host is "localhost" or "127.0.0.1" or "[::1]") { return true; }
        if (IPAddress.TryParse(given.Host.Trim('[', ']'), out var address)) { return address.Equals(bind) || !IPAddress.IsLoopback(bind); }
        return !IPAddress.IsLoopback(bind) && given.Host.Equals(Dns.GetHostName(), StringComparison.OrdinalIgnoreCase);
    }

    public bool IsOrigin(string? origin) =>
        origin is not null && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && IsHost(uri.Authority);

    public bool HasCookie(HttpRequest request) => request.Cookies.TryGetValue(CookieName, out var cookie) && AreEqual(cookie, _session);

    /// <summary>Exchanges the one-time token for the cookie.</summary>
    public bool TryEnter(string token, HttpResponse response)
    {
        string? renewed = null;
        lock (_lock)
        {
            if (_token is null) { renewed = _token = NewSecret(); }   // who comes too late, or again, finds a fresh one where only the user can read it
            else if (AreEqual(token, _token))
            {
                _token = null;
                response.Cookies.Append(CookieName, _session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
                return true;
            }
        }
        if (renewed is not null) { TokenRenewed?.Invoke(renewed); }
        return false;
    }

    private static bool AreEqual(string given, string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
