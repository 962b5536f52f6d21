using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiver is connected to a rectangular field of senders whose place follows the receiver's own.</summary>
/// <remarks>
/// Layers with pools count rows and columns over all pools.
/// Source: emer/emergent prjn/rect.go.
/// </remarks>
public sealed record RectConnectivity : RectangleConnectivity
{
    /// <summary>Fields of 2 by 2 units, unit by unit.</summary>
    public RectConnectivity() : base(new Xy(2, 2)) { } // emergent's

    /// <inheritdoc/>
    public override string PatternName => "Rect";

    /// <summary>Whether senders and receivers change roles, for the way back of a pair.</summary>
    public bool Recip { get; init; } // false: the way there

    internal override bool ChangesRoles(Shape senders, Shape receivers) => Recip;

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        var count = Connected(new(r.Columns, r.Rows), $"in the {(Recip ? "sending" : "receiving")} layer");
        var (columns, rows) = Fields(count, new(s.Columns, s.Rows), scaled: count);

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
}
