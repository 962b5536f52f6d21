namespace Emergent.Networks;

// Taking over what files say: the settings of an earlier result, or a configuration.
public abstract partial class Simulation
{
    /// <summary>Takes over the settings of an earlier simulation of this name: seed, style sets, settings, and whatever parameters were otherwise set than those say.</summary>
    /// <remarks>
    /// It acts at the next <see cref="Initialize"/>. Parameters that were set by hand, or that the model's own style sheets have come to set otherwise since, become settings, which go above
    /// all style sets: so every parameter is what it was. <see cref="Set"/> and <see cref="UseStyles"/> afterwards go above what was taken over.
    /// </remarks>
    /// <exception cref="EmergentException">They are another simulation's, a style set or parameter is not there any more, or two projections of one name had different values; nothing has changed.</exception>
    public void UseSettings(SavedSettings saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        if (saved.Simulation != Name) { throw new EmergentException($"Settings file '{saved.Path}' is of simulation '{saved.Simulation}', not of '{Name}'. Run '{saved.Simulation}' with it."); }
        TakeOver($"Settings file '{saved.Path}'", () =>
        {
            Seed = saved.Seed;
            _styleSets = [.. saved.StyleSets];
            _settings.Clear();
            _settings.AddRange(saved.Settings);
            (_networks, _network) = (MakeNetworks(), null);
            var missing = Missing(saved);
            if (missing.Count == 0) { return; }
            _settings.AddRange(missing);
            (_networks, _network) = (MakeNetworks(), null);   // again: they may be parameters that the network is made from
            if (Missing(saved) is [var first, ..]) { throw new EmergentException($"'{first}' cannot be set: it was set by hand here, or there are several objects of its name with other values."); }
        });
    }

    /// <summary>Takes over what a configuration says: its seed and style sets in place of the present ones, its parameters above those set before.</summary>
    /// <remarks>It acts at the next <see cref="Initialize"/>. <see cref="Set"/> and <see cref="UseStyles"/> afterwards go above it.</remarks>
    /// <exception cref="EmergentException">A style set or parameter is not there, or a value is not one of it; nothing has changed.</exception>
    public void UseConfiguration(RunConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        TakeOver($"Configuration '{configuration.Path}'", () =>
        {
            Seed = configuration.Seed ?? Seed;
            _styleSets = [.. configuration.StyleSets ?? _styleSets];
            _settings.AddRange(configuration.Settings);
            (_networks, _network) = (MakeNetworks(), null);
        });
    }

    /// <summary>Changes seed, style sets, settings and network, or, after an error, nothing.</summary>
    private void TakeOver(string what, Action change)
    {
        var before = (Seed, Styles: _styleSets, Settings: _settings.ToArray(), Networks: _networks, Network: _network, BuiltWith: _builtWith, Parameters: _styled.Save());
        try { change(); }
        catch (EmergentException e)
        {
            (Seed, _styleSets, _networks, _network, _builtWith) = (before.Seed, before.Styles, before.Networks, before.Network, before.BuiltWith);
            _styled.Restore(before.Parameters);
            _settings.Clear();
            _settings.AddRange(before.Settings);
            throw new EmergentException($"{what}: {e.Message} Nothing has changed.", e);
        }
    }

    /// <summary>Settings for what a file has and style sets and settings do not give, and for what they give that was the default then.</summary>
    private List<string> Missing(SavedSettings saved)
    {
        var now = Network.Styles.NonDefaultIn(Network).Where(p => !IsOfNoMatter(p.Path)).ToList();
        var then = saved.Parameters.Where(p => !IsOfNoMatter(p.Path)).ToList();
        var missing = then.Except(now).Select(p => $"#{p.Object} {p.Path}={p.Value}");
        var gone = now.ExceptBy(then.Select(p => (p.Object, p.Path)), p => (p.Object, p.Path)).Select(p => $"#{p.Object} {p.Path}={Network.Styles.DefaultOf(p.Object, p.Path)}");
        return [.. missing.Concat(gone).Distinct()];
    }

    // The number of threads changes no result, and another machine has another number of processors.
    private static bool IsOfNoMatter(string path) => path == $"Sim.{nameof(Threads)}";
}
