namespace Emergent.Networks;

/// <summary>The style sheets of a network, by name, which of them are in use, and what each of them set.</summary>
/// <remarks>
/// Order decides: the defaults of the types, then the sheet <c>Base</c>, then the named sheets in the order asked for, then settings from the
/// command line, then what the user set by hand. A value counts as set by hand when it differs from what the sheets last left.
/// </remarks>
public sealed partial class StyleSets
{
    /// <summary>The name of the sheet that is always in use.</summary>
    public const string Base = "Base";

    private const string CommandLine = "command line";   // what reports call the place of settings

    private readonly Network? _network;
    private readonly List<StyledObject> _objects = [];
    private readonly Dictionary<string, StyleSheet> _sheets = new() { [Base] = [] };
    private readonly List<string> _used = [];
    private readonly List<(string Text, TextStyleRule Rule)> _settings = [];

    private (string Set, StyleRule Rule)[] _applied = [];
    private int _applications;

    internal StyleSets(Network? network) => _network = network;

    /// <summary>The names of the sheets, <c>Base</c> first.</summary>
    public IReadOnlyCollection<string> Names => _sheets.Keys;

    /// <summary>The names of the sheets asked for, besides <c>Base</c>, in order.</summary>
    public IReadOnlyList<string> Used => _used;

    /// <summary>The settings that go above all sheets, in order.</summary>
    public IReadOnlyList<string> Settings => [.. _settings.Select(s => s.Text)];

    /// <summary>The sheet of this name; a new one can be given.</summary>
    /// <exception cref="EmergentException">There is no such sheet.</exception>
    public StyleSheet this[string name]
    {
        get => _sheets.GetValueOrDefault(name) ?? throw UnknownSheet(name);
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            ArgumentNullException.ThrowIfNull(value);
            _sheets[name] = value;
        }
    }

    /// <summary>Chooses the sheets to use besides <c>Base</c>, in order; they act when the network is built, or by <see cref="Apply()"/>.</summary>
    /// <exception cref="EmergentException">There is no such sheet; the choice stays as it was.</exception>
    public void Use(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) { if (!_sheets.ContainsKey(name)) { throw UnknownSheet(name); } }
        _used.Clear();
        foreach (var name in names) { if (name != Base) { _used.Add(name); } }
    }

    /// <summary>Adds a setting that goes above all sheets: <c>Layer.Inhib.Layer.Gi=1.6</c>, or for some objects <c>.Back Prjn.WtScale.Rel=0.1</c>, <c>#Output.Inhib.Layer.Gi=1.6</c>.</summary>
    /// <remarks>It acts when the network is built, or by <see cref="Apply()"/>; one of the same <see cref="PlaceOf">place</see> replaces the one before.</remarks>
    /// <exception cref="EmergentException">The text is not a setting.</exception>
    public void Set(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var equals = setting.IndexOf('=');
        if (equals <= 0 || string.IsNullOrWhiteSpace(setting[..equals]) || string.IsNullOrWhiteSpace(setting[(equals + 1)..])) { throw new EmergentException($"'{setting}' is not a setting; write 'Layer.Inhib.Layer.Gi=1.6' or '#Output.Inhib.Layer.Gi=1.6'."); }
        var (selector, path) = Split(setting);
        if (selector.Length == 0)
        {
            var first = path.Split('.')[0];
            var types = _objects.SelectMany(o => ParameterPath.TypesOf(o.Styled)).Distinct().ToList();
            if (ParameterPath.Target(first) is null && !types.Contains(first))
            {
                throw new EmergentException($"'{setting}': the path '{path}' must begin with Layer, Prjn or Sim. {Emergent.Names.DidYouMean(first, types.Union(["Layer", "Prjn", "Sim"]))}");
            }
            selector = ParameterPath.Target(first) is { } target ? ParameterPath.Prefix(target) : first;
        }
        var rule = new TextStyleRule(selector, "", [(path, setting[(equals + 1)..].Trim())]);
        Unset(setting);
        _settings.Add((setting.Trim(), rule));
    }

    /// <summary>What a setting sets, in one way of the several in which it can be written: <c>#Output.Inhib.Layer.Gi</c> of <c>#Output Layer.Inhib.Layer.Gi=1.6</c>.</summary>
    /// <param name="setting">The setting, or only what stands before its <c>=</c>.</param>
    public static string PlaceOf(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var (selector, path) = Split(setting);
        var parameter = StyleSetting.Of(path, "");
        // Where there is a name, the kind of object says nothing more, nor does a kind that the path begins with.
        if (selector.StartsWith('#')) { return $"{selector}.{parameter.Path}"; }
        return selector.Length == 0 || selector == parameter.FullPath.Split('.')[0] ? parameter.FullPath : $"{selector} {parameter.FullPath}";
    }

    /// <summary>Takes back a setting, whatever its value.</summary>
    internal void Unset(string setting)
    {
        var place = PlaceOf(setting);
        _settings.RemoveAll(s => PlaceOf(s.Text) == place);
    }

    /// <summary>The selector of a setting, empty if it has none, and the path: they are apart by a space, or after a name by a dot.</summary>
    private static (string Selector, string Path) Split(string setting)
    {
        var equals = setting.IndexOf('=');
        var left = (equals < 0 ? setting : setting[..equals]).Trim();
        var end = left.LastIndexOf(' ');
        if (end < 0 && left.StartsWith('#')) { end = left.IndexOf('.'); }
        return end < 0 ? ("", left) : (left[..end].Trim(), left[(end + 1)..]);
    }

    /// <summary>Takes back everything that <see cref="Set"/> added.</summary>
    public void ClearSettings() => _settings.Clear();

    /// <summary>Applies the sheets: all parameters take their default, then what the rules say, then what was set by hand.</summary>
    /// <exception cref="EmergentException">A selector matches nothing, a path does not exist, or a value is wrong; all parameters stay as they were.</exception>
    public void Apply()
    {
        var before = _objects.ConvertAll(o => o.Save());
        _applications = 0;
        try
        {
            foreach (var styled in _objects) { styled.KeepHandSetAndReset(); }
            foreach (var (sheet, rule) in RulesInOrder()) { ApplyRule(sheet, rule); }
            foreach (var styled in _objects) { styled.RestoreHandSet(); }
            CheckRanges();
            _applied = [.. RulesInOrder()];
        }
        catch
        {
            for (var i = 0; i < before.Count; i++) { _objects[i].Restore(before[i]); }
            throw;
        }
    }

    /// <summary>Applies the sheets if rules, the choice of sheets or settings are not those that were applied last.</summary>
    internal void ApplyIfChanged()
    {
        if (!_applied.SequenceEqual(RulesInOrder())) { Apply(); }
    }

    /// <summary>Checks every parameter against its declared range.</summary>
    /// <exception cref="EmergentException">A value is out of range or not a number.</exception>
    public void CheckRanges()
    {
        foreach (var styled in _objects) { styled.CheckRanges(); }
    }

    /// <summary>Lets sheets set the parameters of an object that is neither of the network nor the simulation, such as an environment.</summary>
    /// <remarks>
    /// Its parameters are its own public settable numbers, truth values, texts and enumerations, and those of its <c>…Params</c> properties. Selectors are its
    /// type, <c>GridWorld</c>, or its name, <c>#Train</c>; paths begin with the type, <c>GridWorld.Noise</c>. An object that is <see cref="IStyled"/> says these itself.
    /// </remarks>
    /// <param name="owner">The object; what its parameters are now counts as their defaults.</param>
    /// <param name="name">The name that <c>#Name</c> selectors find.</param>
    /// <exception cref="EmergentException">It is there already, another has its name, or it has no parameters.</exception>
    public void AddObject(object owner, string name)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var type = owner.GetType().Name;
        if (_objects.Exists(o => ReferenceEquals(PlainObject.OwnerOf(o.Styled), owner))) { throw new EmergentException($"{type} '{name}' is among the styled objects of network '{_network?.Name}' already."); }
        if (_objects.Exists(o => o.Styled.Target == StyleTarget.Object && o.Styled.Name == name)) { throw new EmergentException($"There is a styled object '{name}' already. Give the {type} another name."); }
        if (ParameterTree.Of(owner).All.Count == 0) { throw new EmergentException($"{type} '{name}' has no parameters that styles could set. Give it public settable numbers, truth values, texts or enumerations."); }
        Register(owner as IStyled ?? new PlainObject(owner, name));
    }

    internal void Register(IStyled styled) => Register(new StyledObject(styled));

    /// <summary>Makes what the parameters of objects are now their defaults: for what adds several layers with parameters of their own, which are not set by hand and which styles change.</summary>
    internal void TakeAsDefaults(params IEnumerable<IStyled> objects)
    {
        foreach (var styled in objects) { _objects[_objects.IndexOf(Find(styled))] = new StyledObject(styled); }
    }

    /// <summary>Registers an object that was known before, so that its defaults and what was set by hand stay known.</summary>
    internal void Register(StyledObject styled)
    {
        if (!_objects.Contains(styled)) { _objects.Add(styled); }
    }

    private StyledObject Find(object styled) => _objects.Find(o => ReferenceEquals(PlainObject.OwnerOf(o.Styled), styled))
        ?? throw new EmergentException($"'{(styled as IStyled)?.Name ?? styled.GetType().Name}' is not part of network '{_network?.Name}'. Ask the network that it was added to.");

    private IEnumerable<(string Sheet, StyleRule Rule)> RulesInOrder()
    {
        foreach (var name in (string[])[Base, .. _used]) { foreach (var rule in _sheets[name]) { yield return (name, rule); } }
        foreach (var (_, rule) in _settings) { yield return (CommandLine, rule); }
    }

    private void ApplyRule(string sheet, StyleRule rule)
    {
        var where = sheet == CommandLine ? $"Setting '{_settings.Find(s => s.Rule == rule).Text}'" : $"Style set '{sheet}', rule {rule}";
        var matched = 0;
        foreach (var styled in _objects)
        {
            if (!rule.Matches(styled.Styled)) { continue; }
            matched++;
            styled.Apply(sheet, rule, $"{where}, '{styled.Styled.Name}'", ref _applications);
        }
        // What is for a simulation waits for one: files of the reference have it beside what is for the network.
        var isForAnother = sheet != CommandLine && rule is TextStyleRule { IsForSimulation: true } && !_objects.Exists(o => o.Styled.Target == StyleTarget.Simulation);
        if (matched == 0 && !isForAnother)
        {
            throw new EmergentException($"{where}: the selector matches nothing it could set. {rule.Remedy([.. _objects.Select(o => o.Styled)])}");
        }
    }

    private EmergentException UnknownSheet(string name) => new($"There is no style set '{name}'. {Emergent.Names.DidYouMean(name, _sheets.Keys)}");
}
