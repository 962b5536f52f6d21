using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop.Tests;

public class StructureTests
{
    [Fact]
    public void Every_viewer_sees_the_variables()
    {
        var net = Nets.Small();
        Assert.Equal(["Act", "Net", "Err", "Delta", "Targ", "Ext", "Bias", "DBias", "BiasMoment", "BiasSquare"], net.UnitVariables.Select(v => v.Name));
        Assert.Equal(["Wt", "DWt", "Moment", "Square"], net.SynapseVariables.Select(v => v.Name));
        Nets.Present(net, 1);
        net.RunTrial();
        foreach (var name in (string[])["Act", "Net", "Err", "Delta", "Targ", "BiasMoment"]) { Assert.Contains(net["Output"].Units(name).ToArray(), v => v != 0f); }
        Assert.Equal(net["Output"].Units("Err")[0], net["Output"].Units("Targ")[0] - net["Output"].Units("Act")[0]);
        Assert.NotEqual(0f, net.Projections[1].Synapse("Moment", 0, 0));
        Assert.Equal(net["Input"].Units("Ext").ToArray(), net["Input"].Units("Act").ToArray());
        Assert.Contains("35", net.SizeReport(), StringComparison.Ordinal);   // 5 × 7 synapses
    }

    [Fact]
    public void Styles_find_parameters_by_path()
    {
        var net = Nets.Small(n =>
        {
            n.Style.Add("Prjn", "Adam finds a step for each weight", (BackpropProjection p) => (p.Learn.Optimizer, p.Learn.Lrate) = (Optimizer.Adam, 0.002f));
            n.Style.Add("#Output", "one of three", (BackpropLayer l) => (l.Act.Function, l.Error.Function) = (ActivationFunction.Softmax, ErrorFunction.CrossEntropy));
            n.Styles.Set("#Hidden Layer.Act.Function=ReLU");
            n.Styles.Set(".Target Layer.Bias.Learn.Lrate=0.5");
            n.Styles.Set("Prjn.WtInit.Var=1.5");
        });
        Assert.Equal((ActivationFunction.ReLU, ActivationFunction.Softmax, 0.5f), (net["Hidden"].Act.Function, net["Output"].Act.Function, net["Output"].Bias.Learn.Lrate));
        Assert.Contains("Adam finds a step for each weight", net.Explain(net.Projections[0], "Learn.Lrate"), StringComparison.Ordinal);
        Assert.Contains("Output Layer.Error.Function CrossEntropy", net.Styles.NonDefault().Select(p => $"{p.Object} {p.Path} {p.Value}"));
    }

    [Fact]
    public void Pattern_of_rows_and_columns_lies_across_pools()
    {
        var net = Nets.Rich();
        var picture = new float[4 * 8];
        picture[1 * 8 + 3] = 1;   // row 1, column 3: pool [1, 1], unit 1
        net["Input"].Present(picture, [4, 8]);
        Assert.Equal(1f, net["Input"].Units("Ext")[(1 * 4 + 1) * 2 + 1]);
        Assert.Equal(1f, net["Input"].Units("Ext").ToArray().Sum());
    }

    [Fact]
    public void Softmax_is_over_each_pool()
    {
        var net = Nets.Rich();
        Nets.Present(net, 1);
        net.RunTrial(learn: false);
        var act = net["Output"].Units("Act").ToArray();
        Assert.Equal(1, act[..3].Sum(), tolerance: 1e-6);
        Assert.Equal(1, act[3..].Sum(), tolerance: 1e-6);
        Assert.Equal(1, net["Top"].Units("Act").ToArray().Sum(), tolerance: 1e-6);
    }

    [Fact]
    public void Layer_says_how_far_it_is_from_its_target()
    {
        var net = Nets.Small();
        net["Input"].Present(new float[5], [5]);
        net["Output"].Present([1, 0, 0], [3]);
        net.Projections[1].SetWeight(0, 0, 0);
        Nets.Fill(net.Projections[1], 0f);
        net.RunTrial(learn: false);   // all 0.5
        Assert.Equal((0.75, 0.25), net["Output"].SquaredError(0.5f));
        Assert.Equal((0.0, 0.0), net["Output"].SquaredError(0.6f));
        Assert.Equal(0.375, net["Output"].TrialError);
        Assert.Equal((0f, 0.5f), (net["Output"].Agreement, net["Output"].AverageActivity));
        net["Output"].Error.Function = ErrorFunction.CrossEntropy;
        Assert.Equal(3 * Math.Log(2), net["Output"].TrialError, tolerance: 1e-12);
        net["Output"].Units("Bias")[0] = 2;
        net.RunTrial(learn: false);
        Assert.Equal(1, net["Output"].Agreement, tolerance: 1e-6);
    }

    [Fact]
    public void Input_and_target_are_gone_once_cleared()
    {
        var net = Nets.Small();
        Nets.Present(net, 1);
        net.RunTrial();
        net.ClearInputs();
        Assert.All(net["Input"].Units("Ext").ToArray(), v => Assert.Equal(0f, v));
        Assert.Contains("no layer was given input", Assert.Throws<EmergentException>(() => net.RunTrial()).Message, StringComparison.Ordinal);
    }
}
