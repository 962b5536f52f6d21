#:project ../src/Emergent.Leabra/Emergent.Leabra.csproj
// Learns 25 random 5×5 → 5×5 associations with a four-layer Leabra network (after emer/leabra examples/ra25).
// Run it with: dotnet run samples/random-associator.cs
using Emergent.Leabra;
using Emergent.Networks;

var patterns = Patterns.RandomBits(rows: 25, shape: [5, 5], active: 6, seed: 1, "Input", "Output");

var net = new LeabraNetwork("RandomAssociator")
{
    Style =
    {
        { "Prjn",    "these learn such patterns fastest",   (LeabraProjection p) => { p.Learn.Norm.On = true; p.Learn.Momentum.On = true; } },
        { "Prjn",    "keeps strong units from taking over", (LeabraProjection p) => p.Learn.WtBal.On = true },
        { "Layer",   "trials need no reset in between",     (LeabraLayer l) => l.Act.Init.Decay = 0f },
        { "Layer",   "sparse hidden activity",              (LeabraLayer l) => l.Inhib.Layer.Gi = 1.8f },
        { "#Output", "small layers need less inhibition",   (LeabraLayer l) => l.Inhib.Layer.Gi = 1.4f },
        { ".Back",   "top-down must stay weaker",           (LeabraProjection p) => p.WtScale.Rel = 0.2f },
    },
};
var input = net.AddLayer("Input", [5, 5], LayerKind.Input);
var hidden1 = net.AddLayer("Hidden1", [7, 7]);
var hidden2 = net.AddLayer("Hidden2", [7, 7]);
var output = net.AddLayer("Output", [5, 5], LayerKind.Target);
net.Project(input, hidden1, Connectivity.Full);
net.ProjectBothWays(hidden1, hidden2, Connectivity.Full);   // the way back gets the class .Back
net.ProjectBothWays(hidden2, output, Connectivity.Full);

for (var run = 0; run < 3; run++)
{
    net.Initialize(seed: 1, run);
    var trials = new TableEnvironment(patterns, Order.Permuted);
    trials.Initialize(seed: 1, run);
    var score = new ErrorScore(tolerance: 0.5f);
    for (var epoch = 0; epoch < 100 && !score.IsPerfect; epoch++)
    {
        score.Reset();
        foreach (var trial in trials.NextEpoch())
        {
            net.Present(trial);          // each column goes to the layer of the same name
            net.RunTrial(learn: true);   // minus phase, plus phase, weight change
            score.Add(output);
        }
        Console.WriteLine($"run {run} epoch {epoch,2}: {score.PercentCorrect,4:P0} correct, squared error {score.SumSquared:F2}");
    }
}
