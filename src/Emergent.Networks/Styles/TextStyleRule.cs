namespace Emergent.Networks;

/// <summary>A rule written as text: values for parameter paths.</summary>
internal sealed class TextStyleRule : StyleRule
{
    public TextStyleRule(string selector, string reason, IEnumerable<(string Path, string Value)> settings) : base(selector, reason)
    {
        Settings = [.. settings.Select(s => (ParameterPath.Split(s.Path).Target, ParameterPath.Split(s.Path).Path, s.Value))];
    }

    /// <summary>The values, in order: the kind of object where the path began with one, the path without it, the text.</summary>
    public IReadOnlyList<(StyleTarget? Target, string Path, string Text)> Settings { get; }

    /// <summary>Whether all values are for a simulation.</summary>
    public bool IsForSimulation => Settings.All(s => s.Target == StyleTarget.Simulation);

    internal override string What => string.Join(" and ", Settings.Select(s => s.Target is { } target ? $"parameters of a {ParameterPath.Prefix(target)}" : "parameters").Distinct());

    internal override bool Concerns(IStyled styled) => Settings.Any(s => s.Target is null || s.Target == styled.Target);

    internal override IReadOnlyList<Parameter> Apply(IStyled styled, string where)
    {
        var tree = ParameterTree.Of(styled);
        // All is understood before anything is set, so that a mistake leaves the object as it was.
        var parsed = Settings
            .Where(s => s.Target is null || s.Target == styled.Target)
            .Select(s => tree.Require(s.Path, where) is var parameter ? (Parameter: parameter, Value: parameter.Parse(s.Text, where)) : default)
            .ToArray();
        foreach (var (parameter, value) in parsed) { parameter.Set(styled, value); }
        return [.. parsed.Select(p => p.Parameter).Distinct()];
    }
}
