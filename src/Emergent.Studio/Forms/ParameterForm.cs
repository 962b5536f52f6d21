using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>All parameters of a simulation and of its network as one form, with edits that can be taken back.</summary>
/// <remarks>
/// What a parameter was before anybody edited it counts as its default here: the type's default, or what the model's style sheets or the command line say.
/// An edit of a layer or projection acts at once, and becomes a setting, so that it also holds for a network that is built anew.
/// </remarks>
internal sealed class ParameterForm(Simulation simulation)
{
    private readonly Dictionary<string, FormEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _defaults = new(StringComparer.Ordinal), _atInit = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormValue> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = [.. simulation.Settings.Select(StyleSets.PlaceOf)];   // settings that were there before the window
    private readonly List<FormEntry> _outputs = [];   // entries that are there to be looked at
    private readonly List<Edit> _done = [], _undone = [];
    private Network[] _networks = [];   // the one that is run first

    public bool CanUndo => _done.Count > 0;

    public bool CanRedo => _undone.Count > 0;

    /// <summary>The parameters that wait for the next Init.</summary>
    public IReadOnlyList<string> Pending => [.. _entries.Values.Where(IsPending).Select(e => e.Path)];

    /// <summary>Takes note of what the simulation has been initialized with.</summary>
    /// <param name="inUse">The network that is run: of what several networks have, its values are shown.</param>
    /// <param name="all">All networks of the simulation.</param>
    /// <returns>Whether they are others, with parameters of their own.</returns>
    public bool Begin(Network inUse, IReadOnlyList<Network> all)
    {
        Network[] networks = [inUse, .. all.Where(n => n != inUse)];
        var areNew = !networks.SequenceEqual(_networks);
        if (areNew) { Collect(networks); }
        foreach (var entry in _entries.Values)
        {
            _defaults.TryAdd(entry.Path, entry.Text);
            _atInit[entry.Path] = entry.Text;
        }
        return areNew;
    }

    /// <summary>The lines of the form, in order.</summary>
    public IReadOnlyList<FormField> Fields => [.. _entries.Values.Select(e => e.Field(_defaults[e.Path], GroupOf(e)))];

    /// <summary>All values.</summary>
    public IReadOnlyDictionary<string, FormValue> Values => _entries.Values.ToDictionary(e => e.Path, ValueOf);

    /// <summary>The values that are not what they were when this was last asked.</summary>
    public IReadOnlyDictionary<string, FormValue> TakeChanges() => TakeChanges(_entries.Values);

    /// <summary>Those among them that are there to be looked at, which change by themselves.</summary>
    public IReadOnlyDictionary<string, FormValue> TakeOutputs() => TakeChanges(_outputs);

    private Dictionary<string, FormValue> TakeChanges(IEnumerable<FormEntry> entries)
    {
        var changes = new Dictionary<string, FormValue>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var value = ValueOf(entry);
            if (_told.TryGetValue(entry.Path, out var told) && told == value) { continue; }
            _told[entry.Path] = changes[entry.Path] = value;
        }
        return changes;
    }

    /// <summary>Sets a parameter.</summary>
    /// <exception cref="EmergentException">There is no such parameter, or the text is no value of it; nothing has changed.</exception>
    public void Set(string path, string text)
    {
        var entry = Find(path);
        var before = entry.Text;
        Apply(entry, text);
        if (entry.Text == before) { return; }
        _done.Add(new(entry.Path, before, entry.Text));
        _undone.Clear();
    }

    /// <summary>Gives a parameter its default.</summary>
    /// <exception cref="EmergentException">There is no such parameter.</exception>
    public void Reset(string path) => Set(path, _defaults[Find(path).Path]);

    /// <exception cref="EmergentException">Nothing has been edited.</exception>
    public void Undo()
    {
        if (_done.Count == 0) { throw new EmergentException("There is no edit to undo."); }
        var edit = _done[^1];
        Apply(Find(edit.Path), edit.Before);
        _done.RemoveAt(_done.Count - 1);
        _undone.Add(edit);
    }

    /// <exception cref="EmergentException">Nothing has been undone.</exception>
    public void Redo()
    {
        if (_undone.Count == 0) { throw new EmergentException("There is no edit to redo."); }
        var edit = _undone[^1];
        Apply(Find(edit.Path), edit.After);
        _undone.RemoveAt(_undone.Count - 1);
        _done.Add(edit);
    }

    /// <summary>The parameters that are not their defaults.</summary>
    public IEnumerable<FormEntry> Differences() => _entries.Values.Where(e => !e.IsReadOnly && e.Text != _defaults[e.Path]);

    private void Apply(FormEntry entry, string text)
    {
        entry.Set(text);
        if (entry.Setting is not { } setting) { return; }
        if (entry.Text == _defaults[entry.Path] && !_given.Contains(entry.Path)) { simulation.Unset(setting); }
        else { simulation.Set($"{setting}={entry.Text}"); }
    }

    /// <summary>What the form calls a parameter that is named as in a setting, or by the form itself; null where there is none.</summary>
    public string? PathOf(string name) => new[] { name, StyleSets.PlaceOf(name) }.FirstOrDefault(_entries.ContainsKey);

    private FormEntry Find(string path) => PathOf(path) is { } known ? _entries[known]
        : throw new EmergentException($"There is no parameter '{path}'. {Names.DidYouMean(path, _entries.Keys)}");

    private FormValue ValueOf(FormEntry entry)
    {
        var text = entry.Text;
        return new(text, entry.IsReadOnly || text == _defaults[entry.Path], IsPending(entry));
    }

    private bool IsPending(FormEntry entry) => entry.AppliesAt != "now" && _atInit.TryGetValue(entry.Path, out var text) && text != entry.Text;

    private void Collect(Network[] networks)
    {
        _networks = networks;
        _entries.Clear();
        _outputs.Clear();
        _told.Clear();
        // What the model declares comes first: that is what its user is here for.
        var own = ParameterTree.Of(simulation);
        foreach (var parameter in own.All.Concat(own.ReadOnly).OrderBy(p => p.Property.DeclaringType == typeof(Simulation)))
        {
            var path = $"Sim.{parameter.Path}";
            var entry = new FormEntry(path, $"Simulation '{simulation.Name}'", simulation, parameter, setting: null);
            _entries.Add(path, entry);
            if (entry.IsReadOnly) { _outputs.Add(entry); }
        }
        foreach (var layer in networks.SelectMany(n => n.Layers)) { Collect(layer, "Layer", "Layer"); }
        foreach (var projection in networks.SelectMany(n => n.Projections)) { Collect(projection, "Projection", "Prjn"); }
    }

    private void Collect(IStyled owner, string what, string prefix)
    {
        foreach (var parameter in ParameterTree.Of(owner).All)
        {
            var path = $"#{owner.Name}.{parameter.Path}";
            if (!_entries.TryGetValue(path, out var entry)) { _entries.Add(path, new(path, $"{what} '{owner.Name}'", owner, parameter, $"#{owner.Name} {prefix}.{parameter.Path}")); }
            else if (entry.Owner.GetType() == owner.GetType()) { entry.Add(owner); }
        }
    }

    private static IReadOnlyList<string> GroupOf(FormEntry entry) => entry.Owner switch
    {
        Layer layer => ["Layers", layer.Name, .. entry.Parameter.Path.Split('.')[..^1]],
        Projection projection => ["Projections", projection.Name, .. entry.Parameter.Path.Split('.')[..^1]],
        _ => ["Simulation", .. entry.Parameter.Path.Split('.')[..^1]],
    };

    /// <summary>One edit.</summary>
    private sealed record Edit(string Path, string Before, string After);
}
