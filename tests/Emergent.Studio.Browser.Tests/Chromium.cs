using Microsoft.Playwright;

namespace Emergent.Studio.Browser.Tests;

/// <summary>One Chromium for all tests, which come one after the other: each has a context, and so cookies and storage, of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The collection that shares it.</summary>
    public const string Collection = "Chromium";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--force-color-profile=srgb", "--hide-scrollbars"];

    /// <summary>WebGL by the processor, which draws the same on every machine.</summary>
    private static readonly string[] SoftwareGl = ["--disable-gpu", "--enable-unsafe-swiftshader"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await Launch(SoftwareGl);
    }

    /// <summary>Another browser, without WebGL.</summary>
    public Task<IBrowser> LaunchWithoutWebGl() => Launch(["--disable-gpu", "--disable-3d-apis"]);

    public async Task DisposeAsync()
    {
        if (_browser is not null) { await _browser.DisposeAsync(); }
        _playwright?.Dispose();
    }

    private Task<IBrowser> Launch(string[] drawing) =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = [.. Quiet, .. drawing] });

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given)
        {
            return File.Exists(given) ? given : throw new FileNotFoundException($"CHROMIUM is '{given}', where there is no file. It is the path of a Chromium or Chrome.");
        }
        return Array.Find(Places, File.Exists) ??
            throw new FileNotFoundException($"The tests of the page need a browser. Install one (apt-get install chromium), or say by CHROMIUM where it is; there is none at {string.Join(", ", Places)}.");
    }
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(Chromium.Collection)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
