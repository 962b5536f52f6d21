using System.Text.RegularExpressions;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>Checks that the links of a simulation's guide lead somewhere, by the rules by which the page follows them (<c>web/guide/links.ts</c>).</summary>
internal sealed partial class GuideLinks
{
    /// <summary>The ways in which a table can be seen.</summary>
    public static readonly string[] ViewKinds = ["plot", "table", "grid", "similarity", "clusters", "components"];

    private readonly Simulation _simulation;
    private readonly ParameterForm _form;
    private readonly HashSet<string> _parameters;
    private readonly List<string> _scales, _tables;

    private GuideLinks(Simulation simulation)
    {
        simulation.Initialize();
        (_simulation, _form) = (simulation, new ParameterForm(simulation));
        _form.Begin(simulation.Network, simulation.Networks);
        _parameters = [.. _form.Values.Keys];
        _scales = [.. simulation.Modes.SelectMany(m => simulation.LoopsOf(m).Stack.Loops.Select(l => l.Scale)).Concat(simulation.Network.SafePointScales).Select(s => s.ToString())];
        _tables = [.. simulation.Log.Tables.Select(t => t.FileSuffix), .. simulation.Shown.Select(t => t.Name)];
    }

    /// <summary>What is wrong with the links and boxes of the guide; nothing if all are right. It initializes the simulation, and sets what links set.</summary>
    public static IReadOnlyList<string> Faults(Simulation simulation)
    {
        if (simulation.Guide.Length == 0) { return []; }
        var links = new GuideLinks(simulation);
        var guide = Fence().Replace(simulation.Guide, block => Answer().IsMatch(block.Value) ? block.Value : "\n");   // questions have links, code has none
        var boxes = Answer().Matches(simulation.Guide).Select(m => m.Groups["id"].Value.Trim()).GroupBy(id => id).Where(g => g.Count() > 1);
        return
        [
            .. from match in Link().Matches(guide)
               let why = links.FaultOf(match.Groups["target"].Value)
               where why is not null
               select $"The guide of simulation '{simulation.Name}': link '{match.Value}' leads nowhere. {why}",
            .. boxes.Select(b => $"The guide of simulation '{simulation.Name}' has several boxes for answer '{b.Key}'. Give each a name of its own."),
        ];
    }

    private string? FaultOf(string target)
    {
        if (!target.StartsWith("sim:", StringComparison.Ordinal))
        {
            return target.StartsWith("https:", StringComparison.Ordinal) || target.StartsWith("http:", StringComparison.Ordinal) ? null : "In the window, links are to sim:… or to https:….";
        }
        var link = Uri.UnescapeDataString(target[4..]);
        var slash = link.IndexOf('/', StringComparison.Ordinal);
        var (kind, name) = slash < 0 ? (link, "") : (link[..slash], link[(slash + 1)..]);
        return kind switch
        {
            "Init" => null,
            "Run" => name.Length == 0 ? null : Among(name, "mode", _simulation.Modes.Select(m => m.Name)),
            "Step" => name.Length == 0 ? null : Among(name, "step of a", _scales),
            "tab" => TabFault(name),
            "var" => VariableFault(name),
            "param" => PathOf(name) is null ? NoSuch("parameter", name, _parameters) : null,
            "set" => SetFault(name),
            "action" => Among(name, "action", _simulation.Actions.Select(a => a.Name)),
            _ => NoSuch("kind of link", kind, ["Init", "Run", "Step", "tab", "var", "param", "set", "action"]),
        };
    }

    private string? TabFault(string name)
    {
        if (Plain(name) is "network" or "network2") { return null; }
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return Among(colon > 0 && ViewKinds.Contains(name[..colon]) ? name[(colon + 1)..] : name, "table", _tables);
    }

    private string? VariableFault(string name)
    {
        var network = _simulation.Network;
        string[] variables = [.. network.UnitVariables.Select(v => v.Name), .. network.SynapseVariables.SelectMany(v => new[] { $"r.{v.Name}", $"s.{v.Name}" })];
        return variables.Contains(name) ? null : NoSuch("variable", name, variables);
    }

    private string? SetFault(string name)
    {
        var equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) { return "It says no value: write PATH=VALUE."; }
        if (PathOf(name[..equals]) is not { } path) { return NoSuch("parameter", name[..equals], _parameters); }
        try
        {
            _form.Set(path, name[(equals + 1)..]);
            return null;
        }
        catch (EmergentException e) { return e.Message; }
    }

    private string? PathOf(string name) => _form.PathOf(name) ?? _form.PathOf($"Sim.{name}");

    private static string? Among(string name, string what, IEnumerable<string> names) => names.Any(n => Plain(n) == Plain(name)) ? null : NoSuch(what, name, names);

    private static string NoSuch(string what, string name, IEnumerable<string> names) => $"There is no {what} '{name}'. {Names.DidYouMean(name, names)}";

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(@"\[[^\]]+\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^```answer[ \t]+(?<id>\S.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^```.*?^```.*?$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
