using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>A window on a simulation: a server on this machine that a browser opens.</summary>
public sealed class StudioWindow : IAsyncDisposable
{
    private readonly SimulationSession _session;
    private readonly StudioServer _server;

    private StudioWindow(SimulationSession session, StudioServer server) => (_session, _server) = (session, server);

    /// <summary>The address to open; it lets one browser in.</summary>
    public string Address { get; private init; } = "";

    /// <summary>The port that it is at.</summary>
    public int Port => _server.Port;

    /// <summary>Called with a fresh address when somebody came with one that had been used; it is for the user's eyes alone.</summary>
    public event Action<string>? AddressRenewed;

    /// <summary>Opens a window on a simulation, which belongs to it from then on.</summary>
    /// <param name="simulation">The simulation, with its settings made; it is initialized.</param>
    /// <param name="options">How it is opened; as usual if left out.</param>
    /// <exception cref="EmergentException">The model is wrong, no port is free, other machines would reach it without a token, or an option is out of its range.</exception>
    public static async Task<StudioWindow> Open(Simulation simulation, StudioOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        options ??= new StudioOptions();
        Gate.Check(options.Bind, options.Token);
        options.Check();
        var session = new SimulationSession(simulation, options.HistoryBytes, options.RecordingShare);
        StudioServer? server = null;
        try
        {
            var started = session.Start();
            server = await StudioServer.Start(session, options);   // meanwhile
            await started;
            var window = new StudioWindow(session, server) { Address = server.AddressWith(server.Gate.Token) };
            server.Gate.TokenRenewed += token => window.AddressRenewed?.Invoke(server.AddressWith(token));
            return window;
        }
        catch
        {
            if (server is not null) { await server.DisposeAsync(); }
            session.Dispose();
            throw;
        }
    }

    /// <summary>Ends it at once, in the middle of a trial if need be.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _session.Dispose();
    }
}
