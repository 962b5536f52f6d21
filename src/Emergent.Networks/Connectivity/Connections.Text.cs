using System.Globalization;
using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

public sealed partial class Connections
{
    private const int MostCharacters = 50_000_000;

    /// <summary>How many senders each receiver has: one number for each receiver.</summary>
    /// <remarks>These are synapses that there are. emergent's own counts differ where a pattern reaches the same pair twice.</remarks>
    public int[] SendersPerReceiver()
    {
        var counts = new int[ReceiverCount];
        for (var r = 0; r < ReceiverCount; r++) { counts[r] = ReceiverStart(r + 1) - ReceiverStart(r); }
        return counts;
    }

    /// <summary>How many receivers each sender has: one number for each sender.</summary>
    public int[] ReceiversPerSender()
    {
        var counts = new int[SenderCount];
        for (var s = 0; s < SenderCount; s++) { counts[s] = SenderStart(s + 1) - SenderStart(s); }
        return counts;
    }

    /// <summary>The number of synapses, and fewest and most per unit on either side, in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count:N0} synapses; senders per receiver {Span(SendersPerReceiver())}; receivers per sender {Span(ReceiversPerSender())}");

    /// <summary>All pairs as text: a line for each receiver, a character for each sender, 1 where they are connected.</summary>
    /// <exception cref="EmergentException">The text would be too long to be read.</exception>
    public string ToMatrixText()
    {
        CheckLength("a matrix", (long)ReceiverCount * SenderCount);
        var text = new StringBuilder();
        var width = Digits(ReceiverCount);
        for (var receiver = 0; receiver < ReceiverCount; receiver++)
        {
            text.Append(Number(receiver).PadLeft(width)).Append(' ');
            var row = new char[SenderCount];
            Array.Fill(row, '.');
            foreach (var sender in SendersOf(receiver)) { row[sender] = '1'; }
            text.Append(row).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The field of each receiver as text: the sending layer row by row, pools apart, 1 where a unit is connected.</summary>
    /// <param name="senders">The shape of the sending layer.</param>
    /// <param name="chosen">Flat indices of the receivers to show; none is all of them.</param>
    /// <exception cref="ArgumentException">The shape has another number of units, or another rank than 2 or 4.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such receiver.</exception>
    /// <exception cref="EmergentException">The text would be too long to be read.</exception>
    public string ToFieldsText(Shape senders, params ReadOnlySpan<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(senders);
        if (senders.Length != SenderCount || senders.Rank is not (2 or 4))
        {
            throw new ArgumentException($"These connections have {SenderCount} senders; shape {senders} has {senders.Length} units in {senders.Rank} dimensions. Give the shape of the sending layer, of 2 or 4 dimensions.", nameof(senders));
        }
        ReadOnlySpan<int> receivers = chosen.Length > 0 ? chosen : Enumerable.Range(0, ReceiverCount).ToArray();
        CheckLength("fields", (long)receivers.Length * SenderCount);
        foreach (var receiver in receivers) { CheckUnit(receiver, ReceiverCount, nameof(receiver)); }

        var layer = new LayerGrid(senders);
        var text = new StringBuilder();
        var isSender = new bool[SenderCount];
        foreach (var receiver in receivers)
        {
            Array.Clear(isSender);
            var field = SendersOf(receiver);
            foreach (var sender in field) { isSender[sender] = true; }
            text.Append(CultureInfo.InvariantCulture, $"receiver {receiver}: {field.Length} senders\n");
            for (var row = 0; row < layer.Rows; row++)
            {
                if (row > 0 && row % layer.UnitsY == 0) { text.Append('\n'); }
                for (var column = 0; column < layer.Columns; column++)
                {
                    if (column > 0 && column % layer.UnitsX == 0) { text.Append(' '); }
                    text.Append(isSender[layer.UnitAt(row, column)] ? '1' : '.');
                }
                text.Append('\n');
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static void CheckLength(string what, long characters)
    {
        if (characters <= MostCharacters) { return; }
        throw new EmergentException($"These connections as {what} would be a text of {characters:N0} characters; at most {MostCharacters:N0} are written. Choose a few receivers, or draw a ConnectivityPicture.");
    }

    private static string Span(int[] counts) => counts.Length == 0 ? "none" : counts.Min() == counts.Max() ? Number(counts[0]) : $"{Number(counts.Min())}–{Number(counts.Max())}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Digits(int count) => Number(Math.Max(count - 1, 0)).Length;
}
