using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>One layer of weights that learns by the delta rule: an algorithm that Emergent.Networks has never heard of.</summary>
/// <remarks>A little of the last output remains in the next, so that any trial too many or too few shows in all that follow.</remarks>
internal sealed class PerceptronNetwork : Network, ICycled
{
    private readonly PerceptronLayer _input, _output;
    private float[] _weights = [];
    private bool _learns;

    public PerceptronNetwork(int size) : base("Perceptron")
    {
        _input = AddToLayers(new PerceptronLayer("Input", [1, size], LayerKind.Input));
        _output = AddToLayers(new PerceptronLayer("Output", [1, 2], LayerKind.Target));
    }

    /// <summary>After so many trials something goes wrong; 0 for never.</summary>
    public int FailsAfter { get; set; }

    public int TrialCount { get; private set; }

    public int InputClearings { get; private set; }

    public ReadOnlySpan<float> Weights => _weights;

    protected override IReadOnlyList<Variable> AlgorithmSynapseVariables => [];

    protected override IReadOnlyList<Variable> AlgorithmUnitVariables => [new("Act", "activity", 0, 1, "Act"), new("Targ", "target", 0, 1, "Act")];

    public override void RunTrial(bool learn = true)
    {
        if (++TrialCount == FailsAfter) { throw new EmergentException("The perceptron has failed, as it was told to."); }
        Span<float> input = _input.Units("Act"), act = _output.Units("Act"), target = _output.Units("Targ");
        for (var o = 0; o < act.Length; o++)
        {
            act[o] *= 0.05f;
            for (var i = 0; i < input.Length; i++) { act[o] += _weights[o * input.Length + i] * input[i]; }
            if (!learn) { continue; }
            for (var i = 0; i < input.Length; i++) { _weights[o * input.Length + i] += 0.1f * (target[o] - act[o]) * input[i]; }
        }
    }

    /// <summary>The cycle of the present trial, where it is run cycle by cycle: all happens in the last.</summary>
    public int Cycle { get; private set; }

    public int CyclesPerTrial { get; set; } = 4;

    public void BeginTrial(bool learn) => (Cycle, _learns) = (-1, learn);

    public void RunCycle()
    {
        if (++Cycle == CyclesPerTrial - 1) { RunTrial(_learns); }
    }

    public void EndTrial(bool learn)
    {
        if (Cycle != CyclesPerTrial - 1 || learn != _learns) { throw new EmergentException("The trial is not what was begun."); }
    }

    public override void ClearInputs() => InputClearings++;

    protected override void InitializeCore(long seed, int run)
    {
        var random = new CounterRandom(seed, run, CounterRandom.StreamOf("weights"));
        _weights = new float[_input.UnitCount * _output.UnitCount];
        foreach (ref var weight in _weights.AsSpan()) { weight = (float)random.NextDouble() - 0.5f; }
        _output.Units("Act").Clear();
    }
}

internal sealed class PerceptronLayer(string name, Shape shape, LayerKind kind) : Layer(name, shape, kind), IScored
{
    public PerceptronParams Learn { get; } = new();

    public override string TypeName => "Layer";

    public float Agreement => 0.5f;

    public float AverageActivity => Units("Act")[0];

    public (double Sum, double Mean) SquaredError(float tolerance = 0.5f)
    {
        var sum = 0.0;
        for (var i = 0; i < UnitCount; i++)
        {
            var difference = Units("Targ")[i] - Units("Act")[i];
            if (MathF.Abs(difference) >= tolerance) { sum += difference * difference; }
        }
        return (sum, sum / UnitCount);
    }

    protected override void PresentCore(ReadOnlySpan<float> pattern, Shape shape) => pattern.CopyTo(Units(Kind == LayerKind.Target ? "Targ" : "Act"));
}

internal sealed class PerceptronParams
{
    public float Lrate { get; set; } = 0.1f;
}
