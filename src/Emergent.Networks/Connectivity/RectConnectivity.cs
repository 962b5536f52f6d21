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
    public Xy Size { get; init => field = CheckedSize(nameof(Size), value); } = new(2, 2); // emergent's

    /// <summary>Where the field of the first receiver begins, in units of the sending layer; negative begins before its edge.</summary>
    public Xy Start { get; init; } // (0, 0): the two layers' corners lie over each other

    /// <summary>How far the field moves in the sending layer from one receiver to the next.</summary>
    /// <exception cref="ArgumentException">A scale is not a finite number.</exception>
    public XyF Scale { get; init => field = CheckedFinite(nameof(Scale), value); } = new(1, 1); // 1: unit by unit

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
    public Xy RecvStart { get; init => field = CheckedNotNegative(nameof(RecvStart), value); }

    /// <summary>How many columns and rows of receivers are connected at most; 0 is all that remain.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvN { get; init => field = CheckedNotNegative(nameof(RecvN), value); } // (0, 0): the whole layer

    internal override bool ChangesRoles(Shape senders, Shape receivers) => Recip;

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        var layer = Recip ? "sending" : "receiving";
        CheckStart("RecvStart.X", RecvStart.X, r.Columns, $"columns in the {layer} layer");
        CheckStart("RecvStart.Y", RecvStart.Y, r.Rows, $"rows in the {layer} layer");
        var count = new Xy(Connected(r.Columns, RecvStart.X, RecvN.X), Connected(r.Rows, RecvStart.Y, RecvN.Y));
        var scale = AutoScale ? new XyF((float)s.Columns / count.X, (float)s.Rows / count.Y) : Scale;
        var columns = FieldsAlong(count.X, Start.X, Size.X, scale.X, RoundScale, s.Columns, Wrap);
        var rows = FieldsAlong(count.Y, Start.Y, Size.Y, scale.Y, RoundScale, s.Rows, Wrap);

        for (var y = 0; y < count.Y; y++)
        {
            for (var x = 0; x < count.X; x++)
            {
                var receiver = r.UnitAt(RecvStart.Y + y, RecvStart.X + x);
                foreach (var row in rows[y])
                {
                    foreach (var column in columns[x])
                    {
                        var sender = s.UnitAt(row, column);
                        if (SelfCon || !same || sender != receiver) { connections.Add(receiver, sender); }
                    }
                }
            }
        }
    }

    /// <summary>In one direction, the senders' places in the field of each of so many receivers.</summary>
    internal static int[][] FieldsAlong(int receivers, int start, int fieldSize, float scale, bool rounds, int size, bool wrap)
    {
        var fields = new int[receivers][];
        for (var i = 0; i < receivers; i++)
        {
            var moved = rounds ? MathF.Round(i * scale, MidpointRounding.AwayFromZero) : MathF.Floor(i * scale);
            fields[i] = LayerGrid.Along((long)start + (int)moved, fieldSize, size, wrap);
        }
        return fields;
    }

    /// <summary>How many receivers in one direction there are from the first one on, at most so many unless that is 0.</summary>
    internal static int Connected(int size, int start, int count) => count > 0 ? Math.Min(count, size - start) : size - start;
}
