using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Emergent.Networks.Tests;

public class RepresentativeUnitsTests
{
    private static PerceptronLayer Layer(Shape shape) => new("Layer", shape, LayerKind.Hidden);

    [Fact]
    public void Small_layers_are_taken_whole()
    {
        var units = RepresentativeUnits.Of(Layer([2, 3]), maximum: 6);
        Assert.Equal([0, 1, 2, 3, 4, 5], units.Indices.ToArray());
        Assert.Equal("[2, 3]", units.Shape.ToString());
        Assert.Equal(6, RepresentativeUnits.Of(Layer([2, 3])).Indices.Length);
    }

    [Fact]
    public void Large_layers_are_thinned_evenly()
    {
        var units = RepresentativeUnits.Of(Layer([4, 4]), maximum: 4);
        Assert.Equal([0, 2, 8, 10], units.Indices.ToArray());
        float[] all = [.. Enumerable.Range(0, 16).Select(i => (float)i)], some = new float[4];
        units.CopyTo(all, some);
        Assert.Equal([0f, 2f, 8f, 10f], some);
    }

    [Fact]
    public void Chosen_units_are_within_the_layer_each_once_and_no_more_than_asked_for()
    {
        var layers = from poolsY in Gen.Choose(1, 6) from poolsX in Gen.Choose(1, 6) from y in Gen.Choose(1, 9) from x in Gen.Choose(1, 9) from maximum in Gen.Choose(1, 400) select (poolsY, poolsX, y, x, maximum);
        Prop.ForAll(layers.ToArbitrary(), l =>
        {
            foreach (var shape in (Shape[])[[l.poolsY, l.poolsX, l.y, l.x], [l.poolsY * l.y, l.poolsX * l.x]])
            {
                var units = RepresentativeUnits.Of(Layer(shape), l.maximum);
                var indices = units.Indices.ToArray();
                Assert.InRange(indices.Length, 1, l.maximum);
                Assert.Equal(indices.Length, units.Shape.Length);
                Assert.Equal(shape.Rank, units.Shape.Rank);
                Assert.Equal(indices.Distinct().Order(), indices);
                Assert.All(indices, i => Assert.InRange(i, 0, shape.Length - 1));
                if (shape.Length <= l.maximum) { Assert.Equal(shape.Length, indices.Length); }
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(11, 13), FSharpOption<int>.None))));
    }

    [Fact]
    public void Units_can_be_named()
    {
        var units = RepresentativeUnits.Of(Layer([4, 4]), [1, 2], 15, 3);
        Assert.Equal([15, 3], units.Indices.ToArray());
        Assert.Contains("has no unit 16; its units go from 0 to 15", Assert.Throws<EmergentException>(() => RepresentativeUnits.Of(Layer([4, 4]), [1, 1], 16)).Message, StringComparison.Ordinal);
        Assert.Contains("which holds 2", Assert.Throws<EmergentException>(() => RepresentativeUnits.Of(Layer([4, 4]), [1, 2], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RepresentativeUnits.Of(Layer([4, 4]), -1));
    }
}
