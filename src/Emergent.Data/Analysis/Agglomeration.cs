namespace Emergent.Data;

/// <summary>The state of a clustering that is under way.</summary>
/// <remarks>A cluster's place is its lowest row. For each two clusters the smallest, largest or summed distance of their items is kept up to date, so that no merge looks at items again.</remarks>
internal sealed class Agglomeration
{
    private readonly Linkage _linkage;
    private readonly int _count;
    private readonly ClusterNode[] _nodes;
    private readonly int[] _made;         // when each place's cluster was made: items by their row, then merges
    private readonly List<int> _places;   // those still there, ascending
    private readonly double[,] _between;  // smallest, largest or sum
    private readonly double[] _toOthers;  // the sum of distances of a cluster's items to all items outside it
    private readonly double _largest;

    public Agglomeration(SimilarityMatrix matrix, Linkage linkage, ClusterNode[] items)
    {
        (_linkage, _count, _nodes) = (linkage, items.Length, items);
        _made = [.. Enumerable.Range(0, _count)];
        _places = [.. _made];
        _between = new double[_count, _count];
        _toOthers = new double[_count];
        for (var a = 0; a < _count; a++)
        {
            for (var b = 0; b < _count; b++)
            {
                if (a == b) { continue; }
                _between[a, b] = matrix[a, b];
                _toOthers[a] += matrix[a, b];
                _largest = Math.Max(_largest, matrix[a, b]);
            }
        }
    }

    public ClusterNode[] Run()
    {
        var merges = new ClusterNode[_count - 1];
        for (var merge = 0; merge < merges.Length; merge++)
        {
            var (a, b, distance) = Nearest();
            var (left, right) = _made[a] > _made[b] ? (a, b) : (b, a);
            merges[merge] = new(_nodes[left], _nodes[right], distance);
            Merge(a, b);
            (_nodes[a], _made[a]) = (merges[merge], _count + merge);
        }
        return merges;
    }

    private (int A, int B, double Distance) Nearest()
    {
        var nearest = (A: -1, B: -1, Distance: double.PositiveInfinity);
        for (var i = 0; i < _places.Count; i++)
        {
            for (var j = i + 1; j < _places.Count; j++)
            {
                var distance = Distance(_places[i], _places[j]);
                if (distance < nearest.Distance) { nearest = (_places[i], _places[j], distance); }
            }
        }
        return nearest;
    }

    private double Distance(int a, int b)
    {
        var between = _between[a, b];
        if (_linkage is Linkage.Minimum or Linkage.Maximum) { return between; }
        double countA = _nodes[a].LeafCount, countB = _nodes[b].LeafCount, others = _count - countA - countB;
        var mean = between / (countA * countB);
        if (_linkage == Linkage.Average) { return mean; }
        var meanToOthers = others > 0 ? (_toOthers[a] + _toOthers[b] - 2 * between) / ((countA + countB) * others) : 0;
        return _largest + mean - meanToOthers;
    }

    // The cluster keeps the lower place, a; b goes.
    private void Merge(int a, int b)
    {
        _toOthers[a] += _toOthers[b] - 2 * _between[a, b];
        _places.Remove(b);
        foreach (var other in _places)
        {
            if (other == a) { continue; }
            double x = _between[a, other], y = _between[b, other];
            _between[a, other] = _between[other, a] = _linkage switch { Linkage.Minimum => Math.Min(x, y), Linkage.Maximum => Math.Max(x, y), _ => x + y };
        }
    }
}
