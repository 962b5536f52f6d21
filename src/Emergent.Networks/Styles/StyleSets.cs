using System.Text;

namespace Emergent.Networks;

/// <summary>The style sheets of a network, by name, which of them are in use, and what each of them set.</summary>
/// <remarks>
/// Order decides: the defaults of the types, then the sheet <c>Base</c>, then the named sheets in the order asked for, then settings from the
/// command line, then what the user set by hand. A value counts as set by hand when it differs from what the sheets last left.
/// </remarks>
public sealed class StyleSets
{
    /// <summary>The name of the sheet that is always in use.</summary>
    public const string Base = "Base";

    private readonly Network? _network;
    private readonly List<StyledObject> _objects = [];
    private readonly Dictionary<string, StyleSheet> _sheets = new() { [Base] = [] };
    private readonly List<string> _used = [];
    private readonly StyleSheet _settings = [];

    internal StyleSets(Network? network) => _network = network;

    /// <summary>The names of the sheets, <c>Base</c> first.</summary>
    public IReadOnlyCollection<string> Names => _sheets.Keys;

    /// <summary>The names of the sheets asked for, besides <c>Base</c>, in order.</summary>
    public IReadOnlyList<string> Used => _used;

    /// <summary>The sheet of this name; a new one can be given.</summary>
    /// <exception cref="EmergentException">There is no such sheet.</exception>
    public StyleSheet this[string name]
    {
        get => _sheets.GetValueOrDefault(name) ?? throw UnknownSheet(name);
        set => _sheets[name] = value;
    }

    /// <summary>Chooses the sheets to use besides <c>Base</c>, in order; they act when the network is built, or by <see cref="Apply()"/>.</summary>
    /// <exception cref="EmergentException">There is no such sheet; the choice stays as it was.</exception>
    public void Use(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) { if (!_sheets.ContainsKey(name)) { throw UnknownSheet(name); } }
        _used.Clear();
        foreach (var name in names) { if (name != Base) { _used.Add(name); } }
    }

    /// <summary>Adds a setting that goes above all sheets: <c>Layer.Inhib.Layer.Gi=1.6</c>, or for some objects <c>#Output Layer.Inhib.Layer.Gi=1.6</c>.</summary>
    /// <exception cref="EmergentException">The text is not a setting.</exception>
    public void Set(string setting)
    {
        var equals = setting.IndexOf('=');
        if (equals <= 0 || equals == setting.Length - 1) { throw new EmergentException($"'{setting}' is not a setting; write 'Layer.Inhib.Layer.Gi=1.6' or '#Output Layer.Inhib.Layer.Gi=1.6'."); }
        var (left, value) = (setting[..equals].Trim(), setting[(equals + 1)..].Trim());
        var space = left.LastIndexOf(' ');
        var path = left[(space + 1)..];
        var target = ParameterPath.Split(path).Target
            ?? throw new EmergentException($"'{setting}': the path '{path}' must begin with Layer, Prjn or Sim. {Emergent.Names.DidYouMean(path.Split('.')[0], ["Layer", "Prjn", "Sim"])}");
        _settings.Add(space < 0 ? ParameterPath.Prefix(target) : left[..space], "command line", path, value);
    }

    /// <summary>Applies the sheets: all parameters take their default, then what the rules say, then what was set by hand.</summary>
    /// <exception cref="EmergentException">A selector matches nothing, a path does not exist, or a value is wrong; all parameters stay as they were.</exception>
    public void Apply()
    {
        var before = _objects.ConvertAll(o => o.Values());
        try
        {
            foreach (var styled in _objects) { styled.KeepHandSetAndReset(); }
            foreach (var (sheet, rule) in RulesInOrder()) { ApplyRule(sheet, rule); }
            foreach (var styled in _objects) { styled.RestoreHandSet(); }
            CheckRanges();
        }
        catch
        {
            for (var i = 0; i < before.Count; i++) { _objects[i].Restore(before[i]); }
            throw;
        }
    }

    /// <summary>Checks every parameter against its declared range.</summary>
    /// <exception cref="EmergentException">A value is out of range or not a number.</exception>
    public void CheckRanges()
    {
        foreach (var styled in _objects) { styled.CheckRanges(); }
    }

    /// <summary>Where the value of a parameter comes from: the rule that won, and those it overrode.</summary>
    /// <param name="styled">A layer or projection.</param>
    /// <param name="path">The parameter: <c>Inhib.Layer.Gi</c>, or with the first word.</param>
    /// <exception cref="EmergentException">There is no such parameter, or the object is of another network.</exception>
    public string Explain(IStyled styled, string path) => Find(styled).Explain(ParameterPath.Split(path).Path);

    /// <summary>The parameters that differ from the defaults of their type, with the default.</summary>
    public string NonDefaultReport()
    {
        var report = new StringBuilder();
        foreach (var styled in _objects) { styled.AppendNonDefault(report); }
        return report.Length == 0 ? "All parameters have their default.\n" : report.ToString();
    }

    /// <summary>All parameters of all objects.</summary>
    public string AllReport()
    {
        var report = new StringBuilder();
        foreach (var styled in _objects) { styled.AppendAll(report); }
        return report.ToString();
    }

    /// <summary>The parameters that differ from their defaults, object by object: what a run's settings file keeps.</summary>
    public IEnumerable<(string Object, string Path, string Value)> NonDefault() => _objects.SelectMany(o => o.NonDefault());

    internal void Register(IStyled styled) => Register(new StyledObject(styled));

    /// <summary>Registers an object that was known before, so that its defaults and what was set by hand stay known.</summary>
    internal void Register(StyledObject styled)
    {
        if (!_objects.Contains(styled)) { _objects.Add(styled); }
    }

    private StyledObject Find(IStyled styled) => _objects.Find(o => ReferenceEquals(o.Styled, styled))
        ?? throw new EmergentException($"'{styled.Name}' is not part of network '{_network?.Name}'.");

    private IEnumerable<(string Sheet, StyleRule Rule)> RulesInOrder()
    {
        foreach (var name in (string[])[Base, .. _used]) { foreach (var rule in _sheets[name]) { yield return (name, rule); } }
        foreach (var rule in _settings) { yield return ("command line", rule); }
    }

    private void ApplyRule(string sheet, StyleRule rule)
    {
        var where = $"Style set '{sheet}', rule {rule}";
        var matched = 0;
        foreach (var styled in _objects)
        {
            if (!rule.Matches(styled.Styled)) { continue; }
            matched++;
            styled.Record(sheet, rule, rule.Apply(styled.Styled, $"{where}, '{styled.Styled.Name}'"));
        }
        if (matched == 0)
        {
            throw new EmergentException($"{where}: the selector matches nothing it could set. {rule.Remedy([.. _objects.Select(o => o.Styled)])}");
        }
    }

    private EmergentException UnknownSheet(string name) => new($"There is no style set '{name}'. {Emergent.Names.DidYouMean(name, _sheets.Keys)}");
}
