using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Finds every layer's position from the layers' placements relative to each other.</summary>
/// <remarks>Source: emer/emergent relpos and the network's Layout; unlike there, chains of any length and order are resolved.</remarks>
public static class LayoutSolver
{
    private const int Unsolved = 0, InChain = 1, Solved = 2;

    /// <summary>The box of each layer, in the order of <paramref name="layers"/>.</summary>
    /// <remarks>A layer without placement lies above the one before it, in the middle of it and flush with its front; the first at the origin.</remarks>
    /// <exception cref="EmergentException">Two layers have one name, a placement names no layer that exists, or placements form a circle.</exception>
    public static IReadOnlyList<LayerBox> Solve(IReadOnlyList<(string Name, Shape Shape, Placement? Placement)> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var references = References(layers);
        var boxes = new LayerBox[layers.Count];
        var states = new int[layers.Count];
        var chain = new Stack<int>();
        for (var i = 0; i < layers.Count; i++)
        {
            // Each layer refers to one other at most: walk to a layer that is solved or refers to none, then back.
            for (var layer = i; layer >= 0 && states[layer] != Solved; layer = references[layer])
            {
                if (states[layer] == InChain) { throw Circle(layers, references, layer); }
                states[layer] = InChain;
                chain.Push(layer);
            }
            while (chain.TryPop(out var layer))
            {
                var (name, shape, placement) = layers[layer];
                boxes[layer] = references[layer] is >= 0 and var other
                    ? Beside(boxes[other], name, shape, placement ?? Default)
                    : AtOwnPosition(name, shape, placement);
                states[layer] = Solved;
            }
        }
        return boxes;
    }

    /// <summary>The drawn width and depth of a layer: its columns and rows of units and, between pools, a gap of one unit.</summary>
    /// <remarks>A layer of another rank than 2 or 4 is a row of units.</remarks>
    public static (float Width, float Depth) SizeOf(Shape shape, float scale = 1f)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var (width, depth) = shape.Rank switch
        {
            2 => (shape[1], shape[0]),
            4 => (shape[1] * shape[3] + shape[1] - 1, shape[0] * shape[2] + shape[0] - 1),
            _ => (shape.Length, 1),
        };
        return (width * scale, depth * scale);
    }

    private static Placement Default { get; } = new() { Relation = Relation.Above, XAlign = XAlign.Middle, YAlign = YAlign.Front };

    // For each layer the index of the layer that its position depends on, −1 for none.
    private static int[] References(IReadOnlyList<(string Name, Shape Shape, Placement? Placement)> layers)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < layers.Count; i++)
        {
            if (!indices.TryAdd(layers[i].Name, i)) { throw new EmergentException($"Two layers are named '{layers[i].Name}'; give each layer its own name."); }
        }
        var references = new int[layers.Count];
        for (var i = 0; i < layers.Count; i++)
        {
            references[i] = layers[i].Placement switch
            {
                null => i - 1,
                { Relation: Relation.Absolute } => -1,
                var placement => indices.TryGetValue(placement.Other, out var other)
                    ? other
                    : throw new EmergentException($"Layer '{layers[i].Name}' is placed {Words(placement.Relation)} '{placement.Other}', but there is no such layer. {Names.DidYouMean(placement.Other, indices.Keys)}"),
            };
        }
        return references;
    }

    private static LayerBox AtOwnPosition(string name, Shape shape, Placement? placement)
    {
        placement ??= Placement.At(0f, 0f);
        var (width, depth) = SizeOf(shape, placement.Scale);
        return new LayerBox(name, placement.XOffset, placement.YOffset, placement.Level, width, depth);
    }

    private static LayerBox Beside(LayerBox other, string name, Shape shape, Placement placement)
    {
        var (width, depth) = SizeOf(shape, placement.Scale);
        var alignedX = placement.XOffset + placement.XAlign switch
        {
            XAlign.Left => other.X,
            XAlign.Middle => other.X + 0.5f * other.Width - 0.5f * width,
            _ => other.X + other.Width - width,
        };
        var alignedY = placement.YOffset + placement.YAlign switch
        {
            YAlign.Front => other.Y,
            YAlign.Center => other.Y + 0.5f * other.Depth - 0.5f * depth,
            _ => other.Y + other.Depth - depth,
        };
        var (x, y, z) = placement.Relation switch
        {
            Relation.RightOf => (other.X + other.Width + placement.Space, alignedY, other.Z),
            Relation.LeftOf => (other.X - width - placement.Space, alignedY, other.Z),
            Relation.Behind => (alignedX, other.Y + other.Depth + placement.Space, other.Z),
            Relation.InFrontOf => (alignedX, other.Y - depth - placement.Space, other.Z),
            Relation.Above => (alignedX, alignedY, other.Z + 1f),
            _ => (alignedX, alignedY, other.Z - 1f),
        };
        return new LayerBox(name, x, y, z, width, depth);
    }

    private static EmergentException Circle(IReadOnlyList<(string Name, Shape Shape, Placement? Placement)> layers, int[] references, int first)
    {
        var names = new List<string> { $"'{layers[first].Name}'" };
        for (var layer = references[first]; layer != first; layer = references[layer]) { names.Add($"'{layers[layer].Name}'"); }
        names.Add(names[0]);
        return new EmergentException($"The placements form a circle: {string.Join(" → ", names)}. Give one of these layers a position that does not depend on the others, for example Placement.At(0, 0).");
    }

    private static string Words(Relation relation) => relation switch
    {
        Relation.RightOf => "right of",
        Relation.LeftOf => "left of",
        Relation.Behind => "behind",
        Relation.InFrontOf => "in front of",
        Relation.Above => "above",
        _ => "below",
    };
}
