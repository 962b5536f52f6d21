using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A drawing of what a connectivity pattern makes of two layers: both layers as sheets of units, and the fields of a few receivers in colour.</summary>
/// <remarks>
/// The first unit is at the lower left, rows go up, and pools stand apart. A sender that several of the chosen receivers share has the colours of all of them;
/// units without any connection are hollow; in a layer connected to itself each chosen unit has its outline among the senders too. Where the pattern has topographic
/// scales, paler is weaker. The same pattern and shapes give the same text on any machine.
/// </remarks>
public sealed class ConnectivityPicture
{
    private const int Margin = 20, Padding = 16, Between = 76, LineHeight = 18, LargestSheet = 340, NarrowestPicture = 460;
    private const string Ink = "#1f2937", Quiet = "#6b7280", Panel = "#f5f6f8", Unit = "#dde0e5", Unconnected = "#ffffff";

    private static readonly string[] Colours = ["#1f66b1", "#e0591b", "#23875a", "#8444a8", "#b07d00", "#0d8490"];

    private readonly Connectivity _pattern;
    private readonly Connections _connections;
    private readonly LayerGrid _senders, _receivers;
    private readonly string _senderShape, _receiverShape;
    private readonly float[]? _scales;
    private readonly bool _same;
    private readonly int[] _chosen;

    private ConnectivityPicture(Connectivity pattern, Shape senders, Shape receivers, bool same, ReadOnlySpan<int> chosen)
    {
        _pattern = pattern;
        _connections = pattern.Connect(senders, receivers, same);
        (_senders, _receivers, _senderShape, _receiverShape) = (new(senders), new(receivers), senders.ToString(), receivers.ToString());
        _scales = pattern.HasTopographicScales ? pattern.TopographicScales(senders, receivers, _connections) : null;
        _same = same;
        foreach (var receiver in chosen)
        {
            if ((uint)receiver >= (uint)receivers.Length) { throw new ArgumentOutOfRangeException(nameof(chosen), $"There is no receiver {receiver}; the receivers go from 0 to {receivers.Length - 1}."); }
        }
        if (chosen.Length > Colours.Length) { throw new ArgumentException($"{chosen.Length} receivers are chosen; a picture has colours for {Colours.Length}.", nameof(chosen)); }
        _chosen = chosen.Length > 0 ? chosen.ToArray().Distinct().ToArray() : FirstAndMiddle();
    }

    /// <summary>The picture of a pattern between two layers.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="senders">The shape of the sending layer: [Y, X] or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <param name="receivers">The shape of the receiving layer, likewise.</param>
    /// <param name="same">Whether the sending layer is the receiving layer.</param>
    /// <param name="chosen">Flat indices of the receivers whose fields are coloured, at most 6; none is the first receiver that has senders, and one in the middle.</param>
    /// <exception cref="EmergentException">The pattern cannot join these shapes.</exception>
    /// <exception cref="ArgumentException">There are more receivers chosen than colours, or one that does not exist.</exception>
    public static ConnectivityPicture Of(Connectivity pattern, Shape senders, Shape receivers, bool same = false, params ReadOnlySpan<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new(pattern, senders, receivers, same, chosen);
    }

    /// <summary>The receivers whose fields are coloured, by flat index.</summary>
    public IReadOnlyList<int> Chosen => _chosen;

    /// <summary>Writes the picture to a file.</summary>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ToSvg())));

    /// <summary>The picture as a text of Scalable Vector Graphics.</summary>
    public string ToSvg()
    {
        var cell = SheetLayout.CellFor(_senders, _receivers, LargestSheet, least: 3, greatest: 24);
        var (sendSize, recvSize) = (SheetLayout.SizeOf(_senders, cell), SheetLayout.SizeOf(_receivers, cell));
        var width = Math.Max(NarrowestPicture, 2 * Margin + 4 * Padding + Between + sendSize.X + recvSize.X);
        var parameters = ParameterText.Lines(_pattern, (width - 2 * Margin) / 6);

        var top = Margin + LineHeight * (1 + parameters.Count) + 26;
        var height = Math.Max(sendSize.Y, recvSize.Y) + 2 * Padding;
        var left = (width - 4 * Padding - Between - sendSize.X - recvSize.X) / 2;
        var senders = new SheetLayout(_senders, cell, new(left + Padding, top + (height - sendSize.Y) / 2));
        var receivers = new SheetLayout(_receivers, cell, new(left + 3 * Padding + sendSize.X + Between, top + (height - recvSize.Y) / 2));

        var svg = new SvgText();
        svg.Text(Margin, Margin + 12, _pattern.PatternName, Ink, size: 16, isBold: true);
        for (var i = 0; i < parameters.Count; i++) { svg.Text(Margin, Margin + 12 + LineHeight * (i + 1), parameters[i], Quiet); }
        DrawPanel(svg, senders, _same ? $"the layer, sending {_senderShape}" : $"senders {_senderShape}");
        DrawPanel(svg, receivers, _same ? "the layer, receiving" : $"receivers {_receiverShape}");
        DrawArrow(svg, left + 2 * Padding + sendSize.X, top + height / 2);
        DrawSenders(svg, senders);
        DrawReceivers(svg, receivers);
        var bottom = DrawLegend(svg, top + height + 28);
        return svg.Finish(width, bottom + Margin - 6, $"{_pattern.PatternName} connectivity from {_senderShape} to {_receiverShape}: {_connections}");
    }

    private static void DrawPanel(SvgText svg, SheetLayout sheet, string caption)
    {
        svg.Rectangle(sheet.Corner.X - Padding, sheet.Corner.Y - Padding, sheet.Size.X + 2 * Padding, sheet.Size.Y + 2 * Padding, Panel, radius: 6);
        svg.Text(sheet.Corner.X - Padding + 2, sheet.Corner.Y - Padding - 7, caption, Ink);
        svg.Text(sheet.Corner.X - 8, sheet.Corner.Y + sheet.Size.Y, "0", Quiet, size: 9, anchor: "middle");
    }

    private static void DrawArrow(SvgText svg, int x, int y)
    {
        svg.Path($"M{x + 14} {y}h{Between - 32}", stroke: "#9aa3b0", strokeWidth: 2);
        svg.Path($"M{x + Between - 22} {y - 5}l9 5l-9 5z", fill: "#9aa3b0");
    }

    private void DrawSenders(SvgText svg, SheetLayout sheet)
    {
        var shades = Shades();
        for (var unit = 0; unit < _connections.SenderCount; unit++)
        {
            var shared = shades.TryGetValue(unit, out var colours) ? colours : null;
            if (shared is null) { DrawPlain(svg, sheet, unit, isConnected: _connections.SenderStart(unit) < _connections.SenderStart(unit + 1)); }
            else { svg.Cell(sheet.PlaceOf(unit), sheet.Drawn, shared); }
        }
        svg.FlushCells();
        if (!_same) { return; }
        foreach (var (receiver, colour) in _chosen.Zip(Colours)) { svg.Outline(sheet.PlaceOf(receiver), sheet.Drawn, colour); }
    }

    private void DrawReceivers(SvgText svg, SheetLayout sheet)
    {
        for (var unit = 0; unit < _connections.ReceiverCount; unit++)
        {
            if (Array.IndexOf(_chosen, unit) is >= 0 and var i) { svg.Cell(sheet.PlaceOf(unit), sheet.Drawn, [Colours[i]]); }
            else { DrawPlain(svg, sheet, unit, isConnected: _connections.ReceiverStart(unit) < _connections.ReceiverStart(unit + 1)); }
        }
        svg.FlushCells();
        foreach (var (receiver, colour) in _chosen.Zip(Colours)) { svg.Outline(sheet.PlaceOf(receiver), sheet.Drawn, colour); }
    }

    private static void DrawPlain(SvgText svg, SheetLayout sheet, int unit, bool isConnected)
    {
        var place = sheet.PlaceOf(unit);
        svg.Cell(place, sheet.Drawn, [Unit]);
        if (!isConnected && sheet.Drawn > 2) { svg.Cell(new(place.X + 1, place.Y + 1), sheet.Drawn - 2, [Unconnected]); }
    }

    private int DrawLegend(SvgText svg, int y)
    {
        foreach (var (receiver, colour) in _chosen.Zip(Colours))
        {
            var (row, column) = _receivers.PlaceOf(receiver);
            var count = _connections.SendersOf(receiver).Length;
            svg.Rectangle(Margin, y - 10, 12, 12, colour, radius: 2);
            svg.Text(Margin + 20, y, string.Create(CultureInfo.InvariantCulture, $"receiver {receiver}, row {row}, column {column}: {count:N0} {(count == 1 ? "sender" : "senders")}"), Ink);
            y += LineHeight;
        }
        if (_scales is not null)
        {
            const int steps = 12, step = 9;
            var (least, greatest) = ScaleRange();
            for (var i = 0; i < steps; i++) { svg.Rectangle(Margin + i * step, y - 10, step, 12, SvgText.Shade(Colours[0], i / (steps - 1f))); }
            svg.Text(Margin + steps * step + 8, y, string.Create(CultureInfo.InvariantCulture, $"scale of the synapse, {least:0.##} to {greatest:0.##}"), Ink);
            y += LineHeight;
        }
        svg.Text(Margin, y, _connections.ToString(), Quiet);
        return y;
    }

    // For each sender of the chosen receivers the colours that it has, in the receivers' order.
    private Dictionary<int, List<string>> Shades()
    {
        var (least, greatest) = ScaleRange();
        var shades = new Dictionary<int, List<string>>();
        foreach (var (receiver, colour) in _chosen.Zip(Colours))
        {
            var position = _connections.ReceiverStart(receiver);
            foreach (var sender in _connections.SendersOf(receiver))
            {
                var scale = _scales is null || greatest <= least ? 1f : (_scales[position] - least) / (greatest - least);
                if (!shades.TryGetValue(sender, out var colours)) { shades.Add(sender, colours = []); }
                colours.Add(SvgText.Shade(colour, scale));
                position++;
            }
        }
        return shades;
    }

    private (float Least, float Greatest) ScaleRange()
    {
        float[] drawn = _scales is null ? [] : [.. _chosen.SelectMany(r => _scales[_connections.ReceiverStart(r).._connections.ReceiverStart(r + 1)])];
        return drawn.Length == 0 ? (1f, 1f) : (drawn.Min(), drawn.Max());
    }

    private int[] FirstAndMiddle()
    {
        int[] connected = [.. Enumerable.Range(0, _connections.ReceiverCount).Where(r => _connections.ReceiverStart(r) < _connections.ReceiverStart(r + 1))];
        if (connected.Length == 0) { return [0]; }
        var middle = _receivers.UnitAt(_receivers.Rows / 2, _receivers.Columns / 2);
        if (Array.BinarySearch(connected, middle) < 0) { middle = connected[connected.Length / 2]; }
        return connected[0] == middle ? [middle] : [connected[0], middle];
    }
}
