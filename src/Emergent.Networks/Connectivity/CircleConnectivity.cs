using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiver is connected to the senders within a circle whose centre follows the receiver's own place.</summary>
/// <remarks>
/// Centre = scale·receiver + Start; a sender is inside when its distance from the centre, rounded, is at most Radius. Layers with pools count
/// rows and columns over all pools. Besides, the pattern can scale each synapse by a Gaussian of that distance.
/// Source: emer/emergent prjn/circle.go.
/// </remarks>
public sealed record CircleConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "Circle";

    /// <summary>The circle's radius, in units of the sending layer.</summary>
    /// <remarks>Distances are rounded, so a circle reaches Radius + ½: radius 0 is one unit, 1 is 9, 2 is 21, 8 is 225.</remarks>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int Radius { get; init => field = Checked(value >= 0, nameof(Radius), value, "at least 0"); } = 8; // emergent's

    /// <summary>Where the centre of the first receiver's circle lies, in units of the sending layer.</summary>
    public Xy Start { get; init; } // (0, 0): the two layers' corners lie over each other

    /// <summary>How far the centre moves in the sending layer from one receiver to the next.</summary>
    /// <exception cref="ArgumentException">A scale is not a finite number.</exception>
    public XyF Scale { get; init => field = CheckedFinite(nameof(Scale), value); } = new(1, 1); // 1: unit by unit

    /// <summary>Whether <see cref="Scale"/> is taken from the layers instead: senders without a margin of Start at either end, per receiver in each direction.</summary>
    public bool AutoScale { get; init; } // false: Scale says it

    /// <summary>Whether distance is measured around the edges when that is shorter, so that circles continue at the opposite edge.</summary>
    public bool Wrap { get; init; } = true; // true: every receiver has as many senders

    /// <summary>Whether synapses are scaled by a Gaussian of the distance from the centre, in networks that use topographic scales.</summary>
    public bool TopoWts { get; init; } // false: all senders in the circle count alike

    /// <summary>The Gaussian's width, where 1 is the radius.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number above 0.</exception>
    public float Sigma { get; init => field = Checked(float.IsFinite(value) && value > 0f, nameof(Sigma), value, "a finite number above 0, usually 0.3 to 1"); } = 0.5f; // half: the scale at the edge is a seventh of that in the middle

    /// <summary>The Gaussian's value at the centre.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number.</exception>
    public float MaxWt { get; init => field = Checked(float.IsFinite(value), nameof(MaxWt), value, "finite"); } = 1f; // 1: the nearest weights stay as they are

    /// <summary>Whether, in a layer connected to itself, each unit may be connected to itself.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <inheritdoc/>
    public override bool HasTopographicScales => TopoWts;

    /// <summary>The Gaussian of the distance between a sender and the centre of a receiver's circle, connected or not.</summary>
    /// <remarks>
    /// MaxWt·exp(−½·d²/(Sigma·Radius)²). As in emergent, places are taken from the flat index as if units were counted row by row over the
    /// whole layer; in layers with pools, whose units are counted pool by pool, they are not where <see cref="Connectivity.Connect"/> has them.
    /// </remarks>
    /// <param name="senders">The shape of the sending layer.</param>
    /// <param name="receivers">The shape of the receiving layer.</param>
    /// <param name="sender">The flat index of the sender.</param>
    /// <param name="receiver">The flat index of the receiver.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    /// <exception cref="EmergentException">A shape has another rank than 2 or 4 or no units, or the radius is 0.</exception>
    public float TopoWeight(Shape senders, Shape receivers, int sender, int receiver)
    {
        var circles = CirclesOf(senders, receivers);
        ArgumentOutOfRangeException.ThrowIfNegative(sender);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sender, senders.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(receiver);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(receiver, receivers.Length);
        return Gaussian(circles, sender, receiver);
    }

    /// <inheritdoc/>
    public override float[] TopographicScales(Shape senders, Shape receivers, Connections connections)
    {
        if (!TopoWts) { return base.TopographicScales(senders, receivers, connections); }
        ArgumentNullException.ThrowIfNull(connections);
        var circles = CirclesOf(senders, receivers);
        var scales = new float[connections.Count];
        for (var receiver = 0; receiver < connections.ReceiverCount; receiver++)
        {
            var i = connections.ReceiverStart(receiver);
            foreach (var sender in connections.SendersOf(receiver)) { scales[i++] = Gaussian(circles, sender, receiver); }
        }
        return scales;
    }

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        var circles = new Circles(this, new LayerGrid(senders), new LayerGrid(receivers));
        LayerGrid s = circles.Senders, r = circles.Receivers;
        // Which columns and rows a circle can reach depends on the receiver's column and row alone.
        (int Place, float Distance)[][] columns = [.. Enumerable.Range(0, r.Columns).Select(circles.NearColumns)], rows = [.. Enumerable.Range(0, r.Rows).Select(circles.NearRows)];
        for (var y = 0; y < r.Rows; y++)
        {
            for (var x = 0; x < r.Columns; x++)
            {
                var receiver = r.UnitAt(y, x);
                foreach (var (row, dy) in rows[y])
                {
                    foreach (var (column, dx) in columns[x])
                    {
                        if ((int)MathF.Round(MathF.Sqrt(dx * dx + dy * dy), MidpointRounding.AwayFromZero) > Radius) { continue; }
                        var sender = s.UnitAt(row, column);
                        if (SelfCon || !same || sender != receiver) { connections.Add(receiver, sender); }
                    }
                }
            }
        }
    }

    private Circles CirclesOf(Shape senders, Shape receivers)
    {
        ArgumentNullException.ThrowIfNull(senders);
        ArgumentNullException.ThrowIfNull(receivers);
        CheckShape(senders, "sending");
        CheckShape(receivers, "receiving");
        if (Radius == 0) { throw new EmergentException("Circle connectivity: Radius is 0, so that its Gaussian has no width; choose it from 1, or TopoWts = false."); }
        return new Circles(this, new LayerGrid(senders), new LayerGrid(receivers));
    }

    private float Gaussian(in Circles circles, int sender, int receiver)
    {
        var sigma = Sigma * Radius;
        var dx = circles.DistanceX(sender % circles.Senders.Columns, receiver % circles.Receivers.Columns);
        var dy = circles.DistanceY(sender / circles.Senders.Columns, receiver / circles.Receivers.Columns);
        return MaxWt * TopographicWeights.Gaussian(dx, dy, sigma);
    }

    /// <summary>Where the circles lie.</summary>
    private readonly struct Circles
    {
        private readonly XyF _scale;
        private readonly CircleConnectivity _pattern;

        public Circles(CircleConnectivity pattern, LayerGrid senders, LayerGrid receivers)
        {
            (_pattern, Senders, Receivers) = (pattern, senders, receivers);
            _scale = pattern.AutoScale
                ? new((senders.Columns - 2f * pattern.Start.X) / receivers.Columns, (senders.Rows - 2f * pattern.Start.Y) / receivers.Rows)
                : pattern.Scale;
        }

        public LayerGrid Senders { get; }

        public LayerGrid Receivers { get; }

        public float DistanceX(int sender, int receiver) => Distance(sender, receiver * _scale.X + _pattern.Start.X, Senders.Columns);

        public float DistanceY(int sender, int receiver) => Distance(sender, receiver * _scale.Y + _pattern.Start.Y, Senders.Rows);

        public (int Place, float Distance)[] NearColumns(int receiver) => Near(Senders.Columns, receiver, DistanceX);

        public (int Place, float Distance)[] NearRows(int receiver) => Near(Senders.Rows, receiver, DistanceY);

        private (int Place, float Distance)[] Near(int places, int receiver, Func<int, int, float> distance)
        {
            var radius = _pattern.Radius;
            return [.. Enumerable.Range(0, places).Select(place => (Place: place, Distance: distance(place, receiver))).Where(near => MathF.Abs(near.Distance) <= radius + 1f)];
        }

        private float Distance(int place, float centre, int size) => (_pattern.Wrap ? Edges.NearestImage(place, size, centre) : place) - centre;
    }
}
