using System.Text.Json;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>A network of the reference as its golden description has it, to compare a network with that was made by construction helpers.</summary>
internal sealed class ReferenceModel
{
    private readonly JsonElement _root;

    /// <summary>Reads a description: <c>h/pcore</c>.</summary>
    public ReferenceModel(string name)
    {
        using var stream = GzipFile.OpenRead(GoldenData.Find($"{name}_net.json")!);
        using var document = JsonDocument.Parse(stream);
        _root = document.RootElement.Clone();
    }

    /// <summary>Gives a network the reference's style sheet.</summary>
    public void Style(LeabraNetwork network)
    {
        foreach (var rule in _root.GetProperty("Sheet").EnumerateArray())
        {
            foreach (var parameter in rule.GetProperty("Params").EnumerateObject())
            {
                network.Styles[StyleSets.Base].Add(rule.GetProperty("Sel").GetString()!, "as the reference has it", parameter.Name, parameter.Value.GetString()!);
            }
        }
    }

    /// <summary>Asserts that layers, projections, their order, classes and all parameters are the reference's.</summary>
    /// <returns>The number of parameters compared.</returns>
    public int AssertSame(LeabraNetwork network)
    {
        var described = _root.GetProperty("Layers").EnumerateArray().ToList();
        Assert.Equal(described.Select(l => Text(l, "Name")), network.Layers.Select(l => l.Name));
        var compared = 0;
        foreach (var (theirs, ours) in described.Zip(network.Layers))
        {
            Assert.Equal((Text(theirs, "Name"), Type(theirs)), (ours.Name, ours.TypeName));
            Assert.Equal(theirs.GetProperty("Shape").EnumerateArray().Select(s => s.GetInt32()), Enumerable.Range(0, ours.Shape.Rank).Select(d => ours.Shape[d]));
            compared += AssertSameParameters(theirs, ours);
            var projections = theirs.GetProperty("RecvPrjns") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
            AssertSameClasses(theirs, ours);
            Assert.Equal(
                projections.Select(p => $"{Text(p, "From")} → {ours.Name}: {Type(p)} {Text(p, "Pattern")}"),
                ours.ReceivingProjections.Select(p => $"{p.Sender.Name} → {p.Receiver.Name}: {p.TypeName} {p.Connectivity.PatternName}"));
            foreach (var (theirProjection, ourProjection) in projections.Zip(ours.ReceivingProjections))
            {
                AssertSameClasses(theirProjection, ourProjection);
                compared += AssertSameParameters(theirProjection, ourProjection);
            }
        }
        return compared;
    }

    /// <summary>The reference's kinds beyond the plain ones are classes of their own, beside the plain kind here.</summary>
    private static void AssertSameClasses(JsonElement theirs, IStyled ours) =>
        Assert.Empty(Text(theirs, "Class").Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(ours.Classes));

    private static int AssertSameParameters(JsonElement theirs, IStyled ours)
    {
        var tree = ParameterTree.Of(ours);
        var compared = 0;
        foreach (var (path, value) in Flatten(theirs.GetProperty("Params"), ""))
        {
            if (tree.Find(path) is not { } parameter) { continue; }
            Assert.Equal($"{ours.Name} {path}: {Parameter.Format(parameter.Parse(value, ours.Name))}", $"{ours.Name} {path}: {Parameter.Format(parameter.Get(ours))}");
            compared++;
        }
        return compared;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>The Go type without its package.</summary>
    private static string Type(JsonElement element) => Text(element, "GoType").Split('.')[1];

    private static IEnumerable<(string Path, string Value)> Flatten(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(p => Flatten(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}"))
        : [(path, element.ToString())];
}
