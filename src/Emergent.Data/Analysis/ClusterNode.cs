namespace Emergent.Data;

/// <summary>An item, or a cluster of two that were merged.</summary>
public sealed class ClusterNode
{
    internal ClusterNode(int index, string label) => (Index, Label, LeafCount) = (index, label, 1);

    internal ClusterNode(ClusterNode left, ClusterNode right, double distance) =>
        (Index, Label, Left, Right, Distance, LeafCount) = (-1, "", left, right, distance, left.LeafCount + right.LeafCount);

    /// <summary>The row of the similarity matrix that an item is; −1 for a cluster.</summary>
    public int Index { get; }

    /// <summary>What an item is called; empty for a cluster.</summary>
    public string Label { get; }

    /// <summary>The one of the two merged that was made later (of two items, the one with the higher row); null for an item.</summary>
    public ClusterNode? Left { get; }

    /// <summary>The other one; null for an item.</summary>
    public ClusterNode? Right { get; }

    /// <summary>The distance, by the linkage, at which the two were merged; 0 for an item.</summary>
    public double Distance { get; }

    /// <summary>The number of items in it.</summary>
    public int LeafCount { get; }

    /// <summary>Whether it is an item.</summary>
    public bool IsLeaf => Left is null;

    /// <summary>The items in it, left to right: itself, if it is one.</summary>
    public IEnumerable<ClusterNode> Leaves
    {
        get
        {
            var waiting = new Stack<ClusterNode>([this]);
            while (waiting.TryPop(out var node))
            {
                if (node.IsLeaf)
                {
                    yield return node;
                    continue;
                }
                waiting.Push(node.Right!);
                waiting.Push(node.Left!);
            }
        }
    }

    /// <summary>What an item is called; of a cluster, its items and the distance at which they were merged.</summary>
    public override string ToString() => IsLeaf ? Label : $"{string.Join(", ", Leaves)} at {GoFormat.Significant(Distance, 5)}";
}
