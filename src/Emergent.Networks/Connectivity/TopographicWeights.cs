using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The arithmetic of topographic scales, operation by operation as emergent has it.</summary>
/// <remarks>Source: emer/emergent prjn/pooltile.go (TopoWts…), prjn/edge.go, efuns, mat32 FastExp.</remarks>
internal static class TopographicWeights
{
    /// <summary>The scales of a tile, in the shape that <see cref="TileConnectivity.TopoWeights"/> describes.</summary>
    public static (Shape Shape, float[] Values) Compute(TileConnectivity pattern, LayerGrid senders, LayerGrid receivers)
    {
        // A sender without pools is a tile of one pool.
        var tile = senders.HasPools ? pattern.Size : new Xy(1, 1);
        Shape shape = senders.HasPools
            ? [receivers.UnitsY, receivers.UnitsX, tile.Y, tile.X, senders.UnitsY, senders.UnitsX]
            : [receivers.UnitsY, receivers.UnitsX, senders.UnitsY, senders.UnitsX];
        XyF full = new(tile.X * senders.UnitsX - 1, tile.Y * senders.UnitsY - 1), inPool = new(Span(senders.UnitsX), Span(senders.UnitsY));
        var isGaussian = pattern.GaussFull.On || pattern.GaussInPool.On;

        var values = new float[shape.Length];
        var i = 0;
        for (var ruy = 0; ruy < receivers.UnitsY; ruy++)
        {
            for (var rux = 0; rux < receivers.UnitsX; rux++)
            {
                Xy unit = new(rux, ruy);
                var (fullField, poolField) = isGaussian
                    ? (Field.Gaussian(pattern.GaussFull, full, unit, receivers), Field.Gaussian(pattern.GaussInPool, inPool, unit, receivers))
                    : Field.Sigmoids(pattern, full, inPool, unit, receivers);
                for (var fy = 0; fy < tile.Y; fy++)
                {
                    for (var fx = 0; fx < tile.X; fx++)
                    {
                        for (var suy = 0; suy < senders.UnitsY; suy++)
                        {
                            for (var sux = 0; sux < senders.UnitsX; sux++)
                            {
                                var closeness = fullField.At(fx * senders.UnitsX + sux, fy * senders.UnitsY + suy) * poolField.At(sux, suy);
                                values[i++] = pattern.TopoRange.Min + closeness * (pattern.TopoRange.Max - pattern.TopoRange.Min);
                            }
                        }
                    }
                }
            }
        }
        return (shape, values);
    }

    /// <summary>A round Gaussian, 1 at its centre.</summary>
    /// <remarks>Not <see cref="Curves.Gaussian(float, float, float)"/>, which divides each distance by σ first as emergent's efuns do: where emergent scales synapses it divides
    /// the sum by σ², which rounds in another way, and the scales are to have the reference's bits.</remarks>
    public static float Gaussian(float x, float y, float sigma) => LaneMath.FastExp(-0.5f * (x * x + y * y) / (sigma * sigma));

    // The distance from the first to the last of so many units; one unit alone counts as 1.
    private static float Span(int units) => units > 1 ? units - 1 : units;

    /// <summary>The closeness of one receiver to each place of one field.</summary>
    private readonly record struct Field
    {
        private enum Form { Off, Gaussian, Sigmoid }

        private Form Kind { get; init; }
        private XyF Size { get; init; }
        private XyF Centre { get; init; }
        private XyF Sign { get; init; }
        private float Width { get; init; }
        private bool Wrap { get; init; }

        public static Field Gaussian(GaussTopo topo, XyF size, Xy unit, LayerGrid receivers)
        {
            XyF half = new(size.X * 0.5f, size.Y * 0.5f);
            var sigma = topo.Sigma * half.X;
            return new Field
            {
                Kind = topo.On ? Form.Gaussian : Form.Off,
                Size = size,
                Centre = new(Centred(unit.X, receivers.UnitsX) * topo.CtrMove * half.X + half.X, Centred(unit.Y, receivers.UnitsY) * topo.CtrMove * half.Y + half.Y),
                Width = sigma <= 0f ? topo.Sigma : sigma,
                Wrap = topo.Wrap,
            };
        }

        public static (Field Full, Field InPool) Sigmoids(TileConnectivity pattern, XyF full, XyF inPool, Xy unit, LayerGrid receivers)
        {
            var (x, signX) = Flipped(unit.X, receivers.UnitsX);
            var (y, signY) = Flipped(unit.Y, receivers.UnitsY);
            float fullMove = pattern.SigFull.CtrMove, poolMove = pattern.SigInPool.CtrMove;
            // emergent's slip, kept for equal results: in the back half the full field's Y takes the formula that was meant for the
            // pool's, and the pool's stays as if it were not flipped.
            var fullY = Middle(y, signY, signY < 0 ? poolMove : fullMove);
            var poolY = Middle(Along(unit.Y, receivers.UnitsY), 1f, poolMove);
            return (Sigmoid(pattern.SigFull, full, new(Middle(x, signX, fullMove), fullY), new(signX, signY)),
                Sigmoid(pattern.SigInPool, inPool, new(Middle(x, signX, poolMove), poolY), new(signX, signY)));
        }

        public float At(int x, int y)
        {
            if (Kind == Form.Off) { return 1f; }
            if (Kind == Form.Sigmoid) { return Curves.Logistic(Sign.X * x, Width, Centre.X) * Curves.Logistic(Sign.Y * y, Width, Centre.Y); }
            float nearX = Wrap ? Edges.NearestImage(x, Size.X, Centre.X) : x, nearY = Wrap ? Edges.NearestImage(y, Size.Y, Centre.Y) : y;
            float dx = nearX - Centre.X, dy = nearY - Centre.Y;
            return TopographicWeights.Gaussian(dx, dy, Width);
        }

        private static Field Sigmoid(SigmoidTopo topo, XyF size, XyF middle, XyF sign) => new()
        {
            Kind = topo.On ? Form.Sigmoid : Form.Off,
            Size = size,
            Centre = new(middle.X * size.X, middle.Y * size.Y),
            Sign = sign,
            Width = topo.Gain * (size.X * 0.5f),
        };

        // A receiver's place in its pool: −1 … 1.
        private static float Centred(int unit, int units)
        {
            var half = TopographicWeights.Span(units) * 0.5f;
            return (unit - half) / half;
        }

        // The same: 0 … 2.
        private static float Along(int unit, int units) => unit / (TopographicWeights.Span(units) * 0.5f);

        // The second half of the receivers looks the other way: 1 … 2 becomes 0 … −1.
        private static (float Position, float Sign) Flipped(int unit, int units)
        {
            var position = Along(unit, units);
            return position >= 1f ? (-position + 1f, -1f) : (position, 1f);
        }

        private static float Middle(float position, float sign, float move) =>
            sign < 0f ? (position + 0.5f) * move - 0.5f : (position - 0.5f) * move + 0.5f;
    }
}
