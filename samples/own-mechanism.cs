#:project ../src/Emergent.Leabra/Emergent.Leabra.csproj
// A mechanism of one's own in one file: units that tire of what they do, and weights that turn towards what they see.
// Run it with: dotnet run samples/own-mechanism.cs
using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

var net = new LeabraNetwork("Tiring")
{
    Style =
    {
        { "TiringLayer", "within a trial, and for some trials after", (TiringLayer l) => l.Fatigue.Tau = 500f },
        { "OjaPrjn",     "a few trials show it",                      (LeabraProjection p) => p.Learn.Lrate = 0.1f },
    },
};
var input = net.AddLayer("Input", [3, 3], LayerKind.Input);
var hidden = net.AddLayer(new TiringLayer("Hidden", [5, 5]));
var seeing = net.Project(new OjaProjection(input, hidden, Connectivity.Full));
net.Initialize(seed: 1);

for (var trial = 0; trial < 6; trial++)
{
    input.Present([1, 0, 1, 0, 1, 0, 1, 0, 1], [3, 3]);
    net.RunTrial(learn: true);
    var act = hidden.Units("Act");
    var unit = act.IndexOf(act.ToArray().Max());
    float[] weights = [.. Enumerable.Range(0, 9).Select(sender => seeing.Synapse("Wt", sender, unit))];
    Console.WriteLine(
        $"trial {trial}: unit {unit} responds with {act[unit]:F2}, its fatigue is {hidden.Units("Fatigue")[unit]:F2}; "
        + $"weights {weights.Where((_, i) => i % 2 == 0).Average():F2} from active inputs, {weights.Where((_, i) => i % 2 == 1).Average():F2} from silent ones");
}

/// <summary>Units that tire: the more a unit has fired lately, the less excitation reaches it.</summary>
public class TiringLayer(string name, Shape shape) : LeabraLayer(name, shape)
{
    /// <inheritdoc/>
    public override string TypeName => "TiringLayer";

    /// <summary>How units tire.</summary>
    public FatigueParams Fatigue { get; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> ExtraVariables { get; } = [new("Fatigue", "Running average of activation, which weakens excitation.", 0, 1, "Activation")];

    /// <inheritdoc/>
    protected override void InitializeActivity()
    {
        base.InitializeActivity();
        Units("Fatigue").Clear();
    }

    /// <inheritdoc/>
    protected override void ModulateExcitation(int first, Span<float> excitation)
    {
        var fatigue = Units("Fatigue").Slice(first, excitation.Length);
        for (var u = 0; u < excitation.Length; u++) { excitation[u] *= 1f - Fatigue.Gain * fatigue[u]; }
    }

    /// <inheritdoc/>
    protected override void EndCycle()
    {
        var act = Units("Act");
        var fatigue = Units("Fatigue");
        for (var u = 0; u < UnitCount; u++) { fatigue[u] += (act[u] - fatigue[u]) / Fatigue.Tau; }
    }
}

/// <summary>How units tire.</summary>
public class FatigueParams
{
    /// <summary>The share of excitation that a unit loses when it has long been fully active.</summary>
    [Range(0.0, 1.0)]
    public float Gain { get; set; } = 0.8f;

    /// <summary>Time constant, in cycles (ms), of tiring and of recovery.</summary>
    [Range(1.0, 100_000.0)]
    public float Tau { get; set; } = 100f;
}

/// <summary>Oja's rule: a unit's weights become the direction in which its input varies most. dwt = y (x − y w).</summary>
public class OjaProjection(Layer sender, Layer receiver, Connectivity connectivity) : RowRuleProjection(sender, receiver, connectivity)
{
    /// <inheritdoc/>
    public override string TypeName => "OjaPrjn";

    /// <inheritdoc/>
    protected override void Change(int sender, ReadOnlySpan<int> receivers, ReadOnlySpan<float> linearWeights, Span<float> changes)
    {
        var x = Sender.Units("ActP")[sender];
        var activity = Receiver.Units("ActP");
        for (var i = 0; i < changes.Length; i++)
        {
            var y = activity[receivers[i]];
            changes[i] = y * (x - y * linearWeights[i]);
        }
    }
}
