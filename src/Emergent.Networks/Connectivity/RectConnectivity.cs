using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiver is connected to a rectangular field of senders whose place follows the receiver's own.</summary>
/// <remarks>
/// The field's lower-left corner is Start + scale·(receiver − RecvStart). Layers with pools count rows and columns over all pools.
/// Source: emer/emergent prjn/rect.go.
/// </remarks>
public sealed record RectConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "Rect";

    /// <summary>Columns and rows of the field.</summary>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public Xy Size { get; init => field = Checked(value is { X: > 0, Y: > 0 }, nameof(Size), value, "at least (1, 1)"); } = new(2, 2); // emergent's

    /// <summary>Where the field of the first receiver begins, in units of the sending layer; negative begins before its edge.</summary>
    public Xy Start { get; init; } // (0, 0): the two layers' corners lie over each other

    /// <summary>How far the field moves in the sending layer from one receiver to the next.</summary>
    /// <exception cref="ArgumentException">A scale is not a finite number.</exception>
    public XyF Scale { get; init => field = Checked(float.IsFinite(value.X) && float.IsFinite(value.Y), nameof(Scale), value, "finite"); } = new(1, 1); // 1: unit by unit

    /// <summary>Whether <see cref="Scale"/> is taken from the layers instead: senders per connected receiver in each direction.</summary>
    public bool AutoScale { get; init; } // false: Scale says it

    /// <summary>Whether a scaled position is rounded to the nearest unit; else it is rounded down, which groups neighbouring receivers.</summary>
    public bool RoundScale { get; init; } // false: Scale 0.25 gives groups of four the same field

    /// <summary>Whether the field continues at the opposite edge; else it is cut off there.</summary>
    public bool Wrap { get; init; } = true; // true: every receiver has as many senders

    /// <summary>Whether, in a layer connected to itself, each unit may be connected to itself.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <summary>Whether senders and receivers change roles, for the way back of a pair.</summary>
    public bool Recip { get; init; } // false: the way there

    /// <summary>The first receiver that is connected, as column and row; those before it stay unconnected.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvStart { get; init => field = Checked(value is { X: >= 0, Y: >= 0 }, nameof(RecvStart), value, "at least (0, 0)"); }

    /// <summary>How many columns and rows of receivers are connected at most; 0 is all that remain.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvN { get; init => field = Checked(value is { X: >= 0, Y: >= 0 }, nameof(RecvN), value, "at least (0, 0)"); } // (0, 0): the whole layer

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(Recip ? receivers : senders), r = new(Recip ? senders : receivers);
        var layer = Recip ? "sending" : "receiving";
        CheckStart("RecvStart.X", RecvStart.X, r.Columns, $"columns in the {layer} layer");
        CheckStart("RecvStart.Y", RecvStart.Y, r.Rows, $"rows in the {layer} layer");
        var columns = Connected(r.Columns, RecvStart.X, RecvN.X);
        var rows = Connected(r.Rows, RecvStart.Y, RecvN.Y);
        var scale = AutoScale ? new XyF((float)s.Columns / columns, (float)s.Rows / rows) : Scale;

        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var corner = new Xy(Start.X + Scaled(x, scale.X), Start.Y + Scaled(y, scale.Y));
                AddField(r.UnitAt(RecvStart.Y + y, RecvStart.X + x), corner, s, withoutSelf: same && !SelfCon, connections);
            }
        }
    }

    private static int Connected(int size, int start, int count) => count > 0 ? Math.Min(count, size - start) : size - start;

    private int Scaled(int position, float scale) =>
        (int)(RoundScale ? MathF.Round(position * scale, MidpointRounding.AwayFromZero) : MathF.Floor(position * scale));

    private void AddField(int receiver, Xy corner, LayerGrid layer, bool withoutSelf, ConnectionsBuilder connections)
    {
        for (var y = 0; y < Size.Y; y++)
        {
            var row = LayerGrid.AtEdge(corner.Y + y, layer.Rows, Wrap);
            for (var x = 0; x < Size.X; x++)
            {
                var column = LayerGrid.AtEdge(corner.X + x, layer.Columns, Wrap);
                if (row < 0 || column < 0) { continue; }
                var sender = layer.UnitAt(row, column);
                if (withoutSelf && sender == receiver) { continue; }
                if (Recip) { connections.Add(sender, receiver); }
                else { connections.Add(receiver, sender); }
            }
        }
    }
}
