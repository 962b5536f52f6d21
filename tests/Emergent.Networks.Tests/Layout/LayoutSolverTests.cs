using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class LayoutSolverTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(6, 11);

    // Halves and scales of a power of two, so that no sum is rounded.
    private static readonly Gen<float> Halves = Gen.Choose(-8, 8).Select(i => i / 2f);

    private static readonly Gen<Shape> Shapes = from rank in Gen.Elements(1, 2, 4) from sizes in Gen.Choose(1, 4).ArrayOf(rank) select Shape.Create(sizes);

    private static readonly Gen<(Shape Shape, Placement Placement)> Placed =
        from shape in Shapes
        from relation in Gen.Elements(Enum.GetValues<Relation>())
        from xAlign in Gen.Elements(Enum.GetValues<XAlign>())
        from yAlign in Gen.Elements(Enum.GetValues<YAlign>())
        from offsets in Halves.ArrayOf(3)
        from space in Gen.Choose(0, 6)
        from scale in Gen.Elements(0.5f, 1f, 2f)
        select (shape, new Placement { Relation = relation, XAlign = xAlign, YAlign = yAlign, XOffset = offsets[0], YOffset = offsets[1], Level = offsets[2], Space = space / 2f, Scale = scale });

    // Each layer refers to one before it, so there is no circle; the first stands by itself.
    private static readonly Gen<(string Name, Shape Shape, Placement? Placement)[]> Networks =
        from count in Gen.Choose(1, 8)
        from layers in Placed.ArrayOf(count)
        from others in Gen.Choose(0, 1000).ArrayOf(count)
        select layers.Select((layer, i) => ($"L{i}", layer.Shape, (Placement?)(i == 0 ? layer.Placement with { Relation = Relation.Absolute } : layer.Placement with { Other = $"L{others[i] % i}" }))).ToArray();

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

    [Fact]
    public void Each_layer_lies_where_its_placement_says_whatever_the_order() => Prop.ForAll(
        (from layers in Networks from order in Gen.Shuffle(Enumerable.Range(0, layers.Length)) select (layers, order)).ToArbitrary(),
        (((string Name, Shape Shape, Placement? Placement)[] Layers, int[] Order) given) =>
        {
            var boxes = Solve([.. given.Order.Select(i => given.Layers[i])]).ToDictionary(box => box.Name);
            return given.Layers.All(layer =>
            {
                var (box, placement) = (boxes[layer.Name], layer.Placement!);
                return (box.Width, box.Depth) == LayoutSolver.SizeOf(layer.Shape, placement.Scale)
                    && (placement.Relation == Relation.Absolute ? (box.X, box.Y, box.Z) == (placement.XOffset, placement.YOffset, placement.Level) : IsBeside(box, boxes[placement.Other], placement));
            });
        }).Check(Fixed);

    [Fact]
    public void Moving_what_stands_by_itself_moves_all_that_hangs_on_it() => Prop.ForAll(Networks.ToArbitrary(), Halves.ToArbitrary(), Halves.ToArbitrary(), (layers, x, y) =>
    {
        var moved = layers.Select(layer => layer.Placement is { Relation: Relation.Absolute } own ? layer with { Placement = own with { XOffset = own.XOffset + x, YOffset = own.YOffset + y, Level = own.Level + 1 } } : layer).ToArray();
        return Solve(layers).Select(box => box with { X = box.X + x, Y = box.Y + y, Z = box.Z + 1 }).SequenceEqual(Solve(moved));
    }).Check(Fixed);

    [Fact]
    public void Layers_without_placement_lie_one_above_the_other_with_one_middle() => Prop.ForAll(Shapes.NonEmptyListOf().ToArbitrary(), shapes =>
    {
        var boxes = Solve([.. shapes.Select((shape, i) => ($"L{i}", shape, (Placement?)null))]);
        return boxes.Select((box, i) => box.Z == i && box.Y == 0 && box.X + box.Width / 2 == boxes[0].Width / 2).All(isSo => isSo);
    }).Check(Fixed);

    [Fact]
    public void Drawn_layers_have_room_for_all_units_and_the_gaps_between_pools() => Prop.ForAll(Shapes.ToArbitrary(), shape =>
    {
        var (width, depth) = LayoutSolver.SizeOf(shape);
        var (columns, rows) = shape.Rank == 4 ? (shape[1], shape[0]) : (1, 1);
        return (width - (columns - 1)) * (depth - (rows - 1)) == shape.Length && LayoutSolver.SizeOf(shape, 2) == (2 * width, 2 * depth);
    }).Check(Fixed);

    // The gap along the relation's own axis, and the aligned edges or middles on the others.
    private static bool IsBeside(LayerBox box, LayerBox other, Placement placement)
    {
        var along = placement.Relation switch
        {
            Relation.RightOf => box.X - (other.X + other.Width) == placement.Space,
            Relation.LeftOf => other.X - (box.X + box.Width) == placement.Space,
            Relation.Behind => box.Y - (other.Y + other.Depth) == placement.Space,
            Relation.InFrontOf => other.Y - (box.Y + box.Depth) == placement.Space,
            _ => true,
        };
        var level = placement.Relation switch { Relation.Above => 1, Relation.Below => -1, _ => 0 };
        var x = placement.XAlign switch { XAlign.Left => box.X - other.X, XAlign.Middle => box.X + box.Width / 2 - (other.X + other.Width / 2), _ => box.X + box.Width - (other.X + other.Width) };
        var y = placement.YAlign switch { YAlign.Front => box.Y - other.Y, YAlign.Center => box.Y + box.Depth / 2 - (other.Y + other.Depth / 2), _ => box.Y + box.Depth - (other.Y + other.Depth) };
        return along && box.Z - other.Z == level
            && (placement.Relation is Relation.RightOf or Relation.LeftOf || x == placement.XOffset)
            && (placement.Relation is Relation.Behind or Relation.InFrontOf || y == placement.YOffset);
    }
}
