using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A drawing of how the layers of a network are wired: the layers in order, one below the other, and an arrow for each projection.</summary>
/// <remarks>
/// Arrows on the right go to layers further down, those on the left back up; a loop is a projection of a layer onto itself. Several projections between the same layers are one arrow.
/// The same network gives the same text on any machine.
/// </remarks>
public sealed class WiringPicture
{
    private const int Margin = 16, BoxWidth = 216, BoxHeight = 34, Step = 50, LegendHeight = 30, NearestArc = 22, FurthestArc = 190;
    private const string Ink = "#1f2937", Quiet = "#6b7280", Panel = "#eef1f5";

    private static readonly (string Words, string Colour)[] Kinds = [("excites", "#1f66b1"), ("inhibits", "#c2410c"), ("modulates", "#8444a8")];

    private readonly Network _network;
    private readonly List<(int Sender, int Receiver, int Kind)> _arrows = [];

    private WiringPicture(Network network, IEnumerable<(string Sender, string Receiver)> signals)
    {
        _network = network;
        var indices = network.Layers.Select((layer, i) => (layer.Name, i)).ToDictionary(StringComparer.Ordinal);
        foreach (var projection in network.Projections) { Add(projection.Sender.Name, projection.Receiver.Name, projection.Kind == ProjectionKind.Inhib ? 1 : 0); }
        foreach (var (sender, receiver) in signals) { Add(sender, receiver, 2); }

        void Add(string sender, string receiver, int kind)
        {
            var arrow = (Index(sender), Index(receiver), kind);
            if (!_arrows.Contains(arrow)) { _arrows.Add(arrow); }
        }

        int Index(string layer) => indices.TryGetValue(layer, out var i) ? i
            : throw new EmergentException($"The picture of network '{network.Name}' is to show a signal of layer '{layer}', and there is no such layer. {Names.DidYouMean(layer, indices.Keys)}");
    }

    /// <summary>The picture of a network, built or not.</summary>
    /// <param name="network">The network.</param>
    /// <param name="signals">What layers tell each other beside projections, such as neuromodulators, by names of sender and receiver.</param>
    /// <exception cref="EmergentException">A signal names a layer that there is not, or there are no layers.</exception>
    public static WiringPicture Of(Network network, params IEnumerable<(string Sender, string Receiver)> signals)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(signals);
        if (network.Layers.Count == 0) { throw new EmergentException($"Network '{network.Name}' has no layers to draw. Add some with AddLayer."); }
        return new WiringPicture(network, signals);
    }

    /// <summary>The picture as Scalable Vector Graphics.</summary>
    public string ToSvg()
    {
        var svg = new SvgText();
        var layers = _network.Layers;
        var (left, right) = (Side(arrow => arrow.Receiver < arrow.Sender), Side(arrow => arrow.Receiver >= arrow.Sender));
        var box = Margin + left;
        var (width, height) = (box + BoxWidth + right + Margin, 2 * Margin + (layers.Count - 1) * Step + BoxHeight + LegendHeight);
        foreach (var arrow in _arrows) { Draw(svg, arrow, box); }
        for (var i = 0; i < layers.Count; i++)
        {
            var top = Top(i);
            svg.Rectangle(box, top, BoxWidth, BoxHeight, Panel, radius: 6);
            svg.Text(box + 10, top + 15, layers[i].Name, Ink, size: 13, isBold: true);
            svg.Text(box + 10, top + 28, $"{layers[i].TypeName} {layers[i].Shape}", Quiet, size: 10);
        }
        var x = Margin;
        foreach (var (kind, (words, colour)) in Kinds.Index())
        {
            if (!_arrows.Exists(arrow => arrow.Kind == kind)) { continue; }
            svg.Path(string.Create(CultureInfo.InvariantCulture, $"M{x} {height - Margin - 4}h22"), stroke: colour, strokeWidth: 2);
            svg.Text(x + 28, height - Margin, words, Quiet, size: 11);
            x += 100;
        }
        return svg.Finish(Math.Max(width, x + Margin), height, $"Wiring of {_network.Name}: {layers.Count} layers");
    }

    /// <summary>The picture as text of SVG.</summary>
    public override string ToString() => ToSvg();

    private static int Top(int layer) => Margin + layer * Step;

    /// <summary>How far arcs reach out on one side.</summary>
    private int Side(Func<(int Sender, int Receiver, int Kind), bool> isThere) => _arrows.Where(isThere).Select(arrow => Reach(arrow) * 3 / 4 + 10).DefaultIfEmpty(0).Max();

    private int Reach((int Sender, int Receiver, int Kind) arrow)
    {
        var distance = Math.Abs(arrow.Sender - arrow.Receiver);
        return distance == 0 ? 40 : NearestArc + (FurthestArc - NearestArc) * (distance - 1) / Math.Max(_network.Layers.Count - 1, 6) + 8 * arrow.Kind;
    }

    /// <summary>An arc from the lower half of one box to the upper half of another, or the other way round, and its head.</summary>
    private void Draw(SvgText svg, (int Sender, int Receiver, int Kind) arrow, int box)
    {
        var isBack = arrow.Receiver < arrow.Sender;
        var (edge, outwards) = isBack ? (box, -1) : (box + BoxWidth, 1);
        var (from, to) = (Top(arrow.Sender) + (isBack ? 9 : 24), Top(arrow.Receiver) + (isBack ? 24 : 9) + 3 * (arrow.Kind - 1));
        var far = edge + outwards * Reach(arrow);
        var colour = Kinds[arrow.Kind].Colour;
        svg.Path(string.Create(CultureInfo.InvariantCulture, $"M{edge} {from}C{far} {from} {far} {to} {edge + outwards * 6} {to}"), stroke: colour, strokeWidth: 1);
        svg.Path(string.Create(CultureInfo.InvariantCulture, $"M{edge} {to}l{outwards * 8} -4v8z"), fill: colour);
    }
}
