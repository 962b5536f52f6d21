using Emergent.Data;

namespace Emergent.Networks.Tests;

public class LayoutSolverTests
{
    [Fact]
    public void Layers_without_placement_lie_above_each_other_in_the_middle_and_flush_in_front()
    {
        Assert.Equal(
            [new("Input", 0, 0, 0, 5, 4), new("Hidden", -1, 0, 1, 7, 6), new("Output", 0.5f, 0, 2, 4, 2)],
            Solve(("Input", [4, 5], null), ("Hidden", [6, 7], null), ("Output", [2, 4], null)));
    }

    [Theory]
    [InlineData(Relation.RightOf, 6, 10, 2)]
    [InlineData(Relation.LeftOf, -3, 10, 2)]
    [InlineData(Relation.Behind, 0, 15, 2)]
    [InlineData(Relation.InFrontOf, 0, 6, 2)]
    [InlineData(Relation.Above, 0, 10, 3)]
    [InlineData(Relation.Below, 0, 10, 1)]
    public void Relation_moves_a_layer_along_its_own_axis(Relation relation, float x, float y, float z)
    {
        // A 4 rows × 5 columns layer at (0, 10, 2); B has 3 rows × 2 columns and a gap of 1.
        var boxes = Solve(("A", [4, 5], Placement.At(0, 10, level: 2)), ("B", [3, 2], new Placement { Relation = relation, Other = "A" }));
        Assert.Equal(new LayerBox("B", x, y, z, 2, 3), boxes[1]);
    }

    [Theory]
    [InlineData(XAlign.Left, YAlign.Front, 0.25f, 0.5f)]
    [InlineData(XAlign.Middle, YAlign.Center, 1.75f, 1f)]
    [InlineData(XAlign.Right, YAlign.Back, 3.25f, 1.5f)]
    public void Alignment_and_offset_place_a_layer_within_the_plane(XAlign xAlign, YAlign yAlign, float x, float y)
    {
        var placement = new Placement { Relation = Relation.Above, Other = "A", XAlign = xAlign, YAlign = yAlign, XOffset = 0.25f, YOffset = 0.5f };
        Assert.Equal(new LayerBox("B", x, y, 1, 2, 3), Solve(("A", [4, 5], null), ("B", [3, 2], placement))[1]);
    }

    [Fact]
    public void Shorthands_are_emergents()
    {
        Assert.Equal(new Placement { Relation = Relation.RightOf, Other = "A", YAlign = YAlign.Front, Space = 1, Scale = 1 }, Placement.RightOf("A"));
        Assert.Equal(new Placement { Relation = Relation.Behind, Other = "A", XAlign = XAlign.Left, Space = 3 }, Placement.Behind("A", space: 3));
        Assert.Equal(new Placement { Relation = Relation.Above, Other = "A", XAlign = XAlign.Left, YOffset = 1 }, Placement.Above("A"));
        Assert.Equal(new Placement { Relation = Relation.Below, Other = "A" }, Placement.Below("A"));
        Assert.Equal(new Placement { Relation = Relation.LeftOf, Other = "A", YAlign = YAlign.Back }, Placement.LeftOf("A", YAlign.Back));
        Assert.Equal(new Placement { Relation = Relation.InFrontOf, Other = "A", XAlign = XAlign.Middle }, Placement.InFrontOf("A", XAlign.Middle));
    }

    [Fact]
    public void Scale_magnifies_the_drawn_layer_and_its_neighbours_move_with_it()
    {
        var boxes = Solve(("A", [4, 5], Placement.At(0, 0) with { Scale = 2 }), ("B", [3, 2], Placement.RightOf("A") with { Scale = 0.5f }));
        Assert.Equal([new("A", 0, 0, 0, 10, 8), new("B", 11, 0, 0, 1, 1.5f)], boxes);
        Assert.Throws<ArgumentException>(() => new Placement { Scale = 0 });
    }

    [Fact]
    public void Layers_with_pools_have_a_gap_of_one_unit_between_pools()
    {
        Assert.Equal((3 * 5 + 2, 2 * 4 + 1), LayoutSolver.SizeOf([2, 3, 4, 5]));
        Assert.Equal((4f, 2f), LayoutSolver.SizeOf([1, 1, 1, 2], scale: 2f));
        Assert.Equal((7, 1), LayoutSolver.SizeOf([7]));
    }

    [Fact]
    public void Chains_are_resolved_in_any_order_and_length()
    {
        const int Length = 2000;
        var layers = Enumerable.Range(0, Length)
            .Select(i => ($"L{i}", Shape.Create([1, 1]), (Placement?)(i == Length - 1 ? Placement.At(0, 0) : Placement.RightOf($"L{i + 1}")))).ToArray();
        var boxes = Solve(layers);
        Assert.Equal(2f * (Length - 1), boxes[0].X);
        Assert.Equal(2f, boxes[Length - 2].X);
    }

    [Fact]
    public void Unknown_names_are_errors_with_a_suggestion()
    {
        var error = Assert.Throws<EmergentException>(() => Solve(("Input", [1, 1], null), ("Hidden", [1, 1], Placement.RightOf("Imput"))));
        Assert.Equal("Layer 'Hidden' is placed right of 'Imput', but there is no such layer. Did you mean 'Input'?", error.Message);
    }

    [Fact]
    public void Circles_are_errors_that_name_their_layers()
    {
        var error = Assert.Throws<EmergentException>(() => Solve(
            ("A", [1, 1], Placement.RightOf("B")), ("B", [1, 1], Placement.Behind("C")), ("C", [1, 1], Placement.Above("B"))));
        Assert.Contains("'B' → 'C' → 'B'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'A'", error.Message, StringComparison.Ordinal);

        var self = Assert.Throws<EmergentException>(() => Solve(("A", [1, 1], Placement.Above("A"))));
        Assert.Contains("'A' → 'A'", self.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layers_of_one_name_are_an_error() =>
        Assert.Contains("'A'", Assert.Throws<EmergentException>(() => Solve(("A", [1, 1], null), ("A", [1, 1], null))).Message, StringComparison.Ordinal);

    private static IReadOnlyList<LayerBox> Solve(params (string Name, Shape Shape, Placement? Placement)[] layers) => LayoutSolver.Solve(layers);
}
