namespace Emergent.Networks;

/// <summary>A rule written as text: values for parameter paths, and how to search some of them.</summary>
internal sealed class TextStyleRule : StyleRule
{
    public TextStyleRule(string selector, string reason, IEnumerable<(string Path, string Value)> settings, IEnumerable<HyperParameter>? hypers = null) : base(selector, reason)
    {
        Settings = [.. settings.Select(s => StyleSetting.Of(s.Path, s.Value))];
        Hypers = [.. hypers ?? []];
        // What is searched begins at its Val, unless the rule sets the parameter itself.
        AllSettings = [.. Settings, .. Hypers.Where(h => h.Value.Length > 0).Select(h => StyleSetting.Of(h.Path, h.Value)).Where(h => !Settings.Any(s => s.FullPath == h.FullPath))];
    }

    /// <summary>The values, in order, but for those of <see cref="Hypers"/>.</summary>
    public IReadOnlyList<StyleSetting> Settings { get; }

    /// <summary>The values, and those that parameters to be searched begin at.</summary>
    public IReadOnlyList<StyleSetting> AllSettings { get; }

    /// <summary>The parameters to be searched.</summary>
    public IReadOnlyList<HyperParameter> Hypers { get; }

    /// <summary>Whether all values are for a simulation.</summary>
    public bool IsForSimulation => Paths.All(p => p.Target == StyleTarget.Simulation);

    internal override string What => string.Join(" and ", Paths.Select(s => s.Target is { } target ? $"parameters of a {ParameterPath.Prefix(target)}"
        : ParameterPath.IsType(s.Path.Split('.')[0]) ? $"parameters of a {s.Path.Split('.')[0]}" : "parameters").Distinct());

    private IEnumerable<StyleSetting> Paths => AllSettings.Concat(Hypers.Select(h => StyleSetting.Of(h.Path, h.Value)));

    internal override bool Concerns(IStyled styled) => Paths.Any(s => s.PathIn(styled) is not null);

    internal override IReadOnlyList<Parameter> Apply(IStyled styled, string where)
    {
        var tree = ParameterTree.Of(styled);
        // All is understood before anything is set, so that a mistake leaves the object as it was.
        foreach (var hyper in Hypers)
        {
            if (StyleSetting.Of(hyper.Path, "").PathIn(styled) is { } path) { hyper.Check(tree.Require(path, where), where); }
        }
        var parsed = new List<(Parameter Parameter, object Value)>();
        foreach (var setting in AllSettings)
        {
            if (setting.PathIn(styled) is not { } path) { continue; }
            var parameter = tree.Require(path, where);
            parsed.Add((parameter, parameter.Parse(setting.Text, where)));
        }
        foreach (var (parameter, value) in parsed) { parameter.Set(styled, value); }
        return [.. parsed.Select(p => p.Parameter).Distinct()];
    }
}
