using System.Text.Json;
using Emergent.Networks;
using Microsoft.Playwright;

namespace Emergent.Studio.Browser.Tests;

/// <summary>A simulation, its window and a page that shows it, as a user has them; whatever the page's script complains of fails the test.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>How long something may take, in milliseconds: machines that run tests are busy.</summary>
    public const float Patience = 30_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [], _expected = [];

    private readonly Simulation? _simulation;
    private readonly StudioWindow? _window;

    private Visit(Simulation? simulation, StudioWindow? window, IBrowserContext context, IPage page)
    {
        (_simulation, _window, _context, Page) = (simulation, window, context, page);
        Listen(page);
    }

    /// <summary>The simulation, where it is one of this process.</summary>
    public Simulation Simulation => _simulation!;

    /// <summary>The window, where it is one of this process.</summary>
    public StudioWindow Window => _window!;

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>Says of what the browser may complain, now and later, in what the test does.</summary>
    /// <param name="word">A word of such a complaint, in capital letters or not.</param>
    public void Expect(string word)
    {
        _expected.Add(word);
        _complaints.RemoveAll(IsExpected);
    }

    public ILocator Toolbar => Page.GetByRole(AriaRole.Toolbar, new() { Name = "Running" });

    public ILocator Run => Press("Run");

    public ILocator Stop => Press("Stop");

    public ILocator Step => Press("Step");

    public ILocator Init => Press("Init");

    public ILocator State => Page.Locator(".state");

    public ILocator Connection => Page.Locator(".connection");

    /// <summary>What the first network shows, in words.</summary>
    public ILocator Twin => Page.Locator("[id^=net-twin]").First;

    /// <summary>What the first network says of what it shows.</summary>
    public ILocator Note => Page.Locator(".net-note").First;

    /// <summary>Where in time the first network is.</summary>
    public ILocator RecordCounters => Page.Locator(".record-counters").First;

    /// <summary>Opens a window on a simulation and the page in it.</summary>
    /// <param name="script">Runs in the page before its own.</param>
    public static async Task<Visit> Open(Chromium chromium, Simulation simulation, int width = 1600, int height = 1000, ColorScheme scheme = ColorScheme.Light, object? kept = null, IBrowser? browser = null, StudioOptions? options = null, string script = "")
    {
        var window = await StudioWindow.Open(simulation, options ?? new StudioOptions { Port = 0 });
        var visit = await Open(browser ?? chromium.Browser, simulation, window, window.Address, width, height, scheme, kept, script);
        await Assertions.Expect(visit.State).ToHaveAttributeAsync("data-state", "ready");
        return visit;
    }

    /// <summary>Opens a page at an address.</summary>
    public static Task<Visit> At(Chromium chromium, string address, StudioWindow? window = null) => Open(chromium.Browser, null, window, address, 1600, 1000, ColorScheme.Light, null);

    private static async Task<Visit> Open(IBrowser browser, Simulation? simulation, StudioWindow? window, string address, int width, int height, ColorScheme scheme, object? kept, string script = "")
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, AcceptDownloads = true });
        context.SetDefaultTimeout(Patience);
        if (kept is not null) { await context.AddInitScriptAsync($"for (const [key, value] of Object.entries({JsonSerializer.Serialize(kept)})) localStorage.setItem(`emergent-studio:${{key}}`, JSON.stringify(value));"); }
        if (script.Length > 0) { await context.AddInitScriptAsync(script); }
        var page = await context.NewPageAsync();
        var visit = new Visit(simulation, window, context, page);
        await page.GotoAsync(address);
        return visit;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Press(string name) => Toolbar.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Finds the field of a parameter.</summary>
    public async Task<ILocator> Field(string path)
    {
        await Page.GetByLabel("Find a parameter").FillAsync(path);
        return Page.Locator($"[data-path='{path}'] input");
    }

    /// <summary>Shows a variable in the first network.</summary>
    public Task Show(string variable) => Page.Locator(".chooser").First.GetByRole(AriaRole.Button, new() { Name = variable, Exact = true }).ClickAsync();

    /// <summary>Steps by a trial and waits for its end.</summary>
    public async Task StepTrial()
    {
        await Page.GetByLabel("What a step is").SelectOptionAsync("Trial");
        var trial = await Counter("trial").InnerTextAsync();
        await Step.ClickAsync();
        await Assertions.Expect(Counter("trial")).Not.ToHaveTextAsync(trial);
        await Becomes("paused");
    }

    /// <summary>Opens a view from the menu of the first group of tabs.</summary>
    public async Task OpenView(string name)
    {
        await Button("Open a view").First.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true }).ClickAsync();
    }

    public ILocator Tab(string name) => Page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    /// <summary>Waits until the simulation is in a state.</summary>
    public Task Becomes(string state) => Assertions.Expect(State).ToHaveAttributeAsync("data-state", state);

    /// <summary>A counter of the toolbar.</summary>
    public ILocator Counter(string name) => Page.Locator($".counters .counter-{name.ToLowerInvariant()} dd");

    public async Task<int> Count(string counter) => int.Parse(await Counter(counter).InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        var end = Environment.TickCount64 + (long)Patience;
        while (!await holds())
        {
            Assert.True(Environment.TickCount64 < end, $"Within {Patience / 1000} s there was not: {what}.");
            await Task.Delay(30);
        }
    }

    /// <summary>Opens the page once more in the same context, as a second tab.</summary>
    public async Task<IPage> Again()
    {
        var page = await _context.NewPageAsync();
        Listen(page);
        await page.GotoAsync($"http://127.0.0.1:{Window.Port}/");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        var complaints = _complaints.ToArray();   // what comes of the end is no matter
        await _context.DisposeAsync();
        if (_window is not null) { await _window.DisposeAsync(); }
        Assert.Empty(complaints);
    }

    private void Listen(IPage page)
    {
        page.PageError += (_, error) => Complain(error);
        // That reading pixels makes the driver wait is why it is done: to measure.
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !message.Text.Contains("(OpenGL, Performance,", StringComparison.Ordinal)) { Complain($"{message.Type}: {message.Text}"); } };
    }

    private void Complain(string complaint) { if (!IsExpected(complaint)) { _complaints.Add(complaint); } }

    private bool IsExpected(string complaint) => _expected.Exists(word => complaint.Contains(word, StringComparison.OrdinalIgnoreCase));
}
