using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Rectangular fields of senders whose place follows the receiver's own: what <see cref="RectConnectivity"/>, unit by unit, and <see cref="PoolRectConnectivity"/>, pool by pool, share.</summary>
/// <remarks>The field's lower-left corner is Start + scale·(receiver − RecvStart).</remarks>
public abstract record RectangleConnectivity : Connectivity
{
    private protected RectangleConnectivity(Xy size) => Size = size;

    /// <summary>Columns and rows of the field.</summary>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public Xy Size { get; init => field = CheckedSize(nameof(Size), value); }

    /// <summary>Where the field of the first receiver begins in the sending layer; negative begins before its edge.</summary>
    public Xy Start { get; init; } // (0, 0): the two layers' corners lie over each other

    /// <summary>How far the field moves in the sending layer from one receiver to the next.</summary>
    /// <exception cref="ArgumentException">A scale is not a finite number.</exception>
    public XyF Scale { get; init => field = CheckedFinite(nameof(Scale), value); } = new(1, 1); // 1: one by one

    /// <summary>Whether <see cref="Scale"/> is taken from the layers instead: senders per receiver in each direction, of units those that are connected, of pools all.</summary>
    public bool AutoScale { get; init; } // false: Scale says it

    /// <summary>Whether a scaled position is rounded to the nearest; else it is rounded down, which groups neighbouring receivers.</summary>
    public bool RoundScale { get; init; } // false: Scale 0.25 gives groups of four the same field

    /// <summary>Whether the field continues at the opposite edge; else it is cut off there.</summary>
    public bool Wrap { get; init; } = true; // true: every receiver has as many senders

    /// <summary>Whether, in a layer connected to itself, each unit may be connected to itself; with fields of pools it is to the other units of its pool anyway.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <summary>The first receiver that is connected, as column and row; those before it stay unconnected.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvStart { get; init => field = CheckedNotNegative(nameof(RecvStart), value); }

    /// <summary>How many columns and rows of receivers are connected at most; 0 is all that remain.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvN { get; init => field = CheckedNotNegative(nameof(RecvN), value); } // (0, 0): the whole layer

    /// <summary>How many columns and rows of receivers are connected, of so many that there are.</summary>
    /// <param name="receivers">The columns and rows of the receiving layer.</param>
    /// <param name="which">What error messages say of its columns and rows: <c>in the receiving layer</c>.</param>
    private protected Xy Connected(Xy receivers, string which)
    {
        CheckStart("RecvStart.X", RecvStart.X, receivers.X, $"columns {which}");
        CheckStart("RecvStart.Y", RecvStart.Y, receivers.Y, $"rows {which}");
        return new(Along(receivers.X, RecvStart.X, RecvN.X), Along(receivers.Y, RecvStart.Y, RecvN.Y));

        static int Along(int size, int start, int count) => count > 0 ? Math.Min(count, size - start) : size - start;
    }

    /// <summary>In each direction, the senders' places in the field of each receiver that is connected.</summary>
    /// <param name="receivers">The columns and rows of receivers that are connected.</param>
    /// <param name="senders">The columns and rows of the sending layer.</param>
    /// <param name="scaled">The columns and rows of receivers over which <see cref="AutoScale"/> spreads the senders.</param>
    private protected (int[][] Columns, int[][] Rows) Fields(Xy receivers, Xy senders, Xy scaled)
    {
        var scale = AutoScale ? new XyF((float)senders.X / scaled.X, (float)senders.Y / scaled.Y) : Scale;
        return (FieldsAlong(receivers.X, Start.X, Size.X, scale.X, senders.X), FieldsAlong(receivers.Y, Start.Y, Size.Y, scale.Y, senders.Y));
    }

    private int[][] FieldsAlong(int receivers, int start, int fieldSize, float scale, int size)
    {
        var fields = new int[receivers][];
        for (var i = 0; i < receivers; i++)
        {
            var moved = RoundScale ? MathF.Round(i * scale, MidpointRounding.AwayFromZero) : MathF.Floor(i * scale);
            fields[i] = LayerGrid.Along((long)start + (int)moved, fieldSize, size, Wrap);
        }
        return fields;
    }
}
