using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop.Tests;

/// <summary>The page on backpropagation: its model is compiled and learns, and its table has every parameter.</summary>
public class DocumentationTests
{
    [Fact]
    public void Model_of_the_page_learns()
    {
        // <model>
        var net = new BackpropNetwork("Encoder")
        {
            BatchSize = 8,   // the weights change after every eight trials
            Style =
            {
                { "Prjn",    "a step of its own for each weight", (BackpropProjection p) => (p.Learn.Optimizer, p.Learn.Lrate) = (Optimizer.Adam, 0.05f) },
                { "Layer",   "biases as weights",                 (BackpropLayer l) => (l.Bias.Learn.Optimizer, l.Bias.Learn.Lrate) = (Optimizer.Adam, 0.05f) },
                { "#Output", "one of eight is on",                (BackpropLayer l) => (l.Act.Function, l.Error.Function) = (ActivationFunction.Softmax, ErrorFunction.CrossEntropy) },
            },
        };
        var input = net.AddLayer("Input", [1, 8], LayerKind.Input);
        var code = net.AddLayer("Code", [1, 3]);
        var output = net.AddLayer("Output", [1, 8], LayerKind.Target);
        net.Project(input, code, Connectivity.Full);     // from a layer to a later one
        net.Project(code, output, Connectivity.Full);
        net.Initialize(seed: 1);

        var patterns = new Table("One of eight");
        patterns.AddColumn<float>("Input", [1, 8]);
        patterns.AddColumn<float>("Output", [1, 8]);
        for (var row = 0; row < 8; row++)
        {
            var one = new float[8];
            one[row] = 1;
            patterns.Add(one, one);
        }
        var trials = new TableEnvironment(patterns, Order.Permuted, seed: 1);
        var score = new ErrorScore(tolerance: 0.5f);
        for (var epoch = 0; epoch < 500 && !score.IsPerfect; epoch++)
        {
            score.Reset();
            foreach (var trial in trials.NextEpoch())
            {
                net.Present(trial);          // each column goes to the layer of the same name
                net.RunTrial(learn: true);   // forward, back, weight change
                score.Add(output);
            }
        }
        Console.WriteLine($"{score.PercentCorrect:P0} correct, cross-entropy {output.TrialError:F3}");
        // </model>
        Assert.True(score.IsPerfect);
    }

    [Fact]
    public void Model_of_the_page_is_the_one_above()
    {
        var lines = Source().Split('\n');
        var body = lines[(Array.FindIndex(lines, l => l.Trim() == "// <model>") + 1)..Array.FindIndex(lines, l => l.Trim() == "// </model>")];
        var model = string.Join('\n', body.Select(l => l.Length > 8 ? l[8..] : ""));
        Assert.Contains($"```csharp\nusing Emergent.Backprop;\nusing Emergent.Data;\nusing Emergent.Networks;\n\n{model}\n```", Page(), StringComparison.Ordinal);
        Assert.InRange(body.Length, 20, 44);
    }

    [Fact]
    public void Every_parameter_stands_in_a_table_of_the_page_with_its_default()
    {
        var page = Page();
        foreach (var (what, owner) in ((string, object)[])[("Layer", new BackpropLayer("Layer", [1, 1])), ("Prjn", new BackpropProjection(new BackpropLayer("A", [1, 1]), new BackpropLayer("B", [1, 1]), Connectivity.Full))])
        {
            foreach (var parameter in ParameterTree.Of(owner).All)
            {
                // The biases learn as weights do, so they are not listed again.
                if (parameter.Path.StartsWith("Bias.Learn.", StringComparison.Ordinal)) { continue; }
                var value = Parameter.Format(parameter.Get(owner));
                Assert.Contains($"| `{what}.{parameter.Path}` | {value} |", page, StringComparison.Ordinal);
            }
        }
    }

    private static string Page() => Repository.Read("docs/backprop.md");

    private static string Source() => Repository.Read("tests/Emergent.Backprop.Tests/DocumentationTests.cs");
}
