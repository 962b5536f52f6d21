using System.Globalization;
using System.Text;

namespace Emergent.Networks;

/// <summary>Writes a picture as Scalable Vector Graphics, in whole pixels, so that equal pictures are equal texts.</summary>
internal sealed class SvgText
{
    private const float Palest = 0.22f; // of a colour on white: still to be told from a unit without colour

    private readonly StringBuilder _body = new();

    // Squares of one colour are one path: a tenth of the text, and of the time to draw it.
    private readonly Dictionary<string, StringBuilder> _cells = new(StringComparer.Ordinal);
    private readonly List<string> _cellColours = [];

    /// <summary>A colour as strong as told, 0 … 1: from pale to itself.</summary>
    public static string Shade(string colour, float strength)
    {
        var part = Palest + (1f - Palest) * Math.Clamp(strength, 0f, 1f);
        var shade = new StringBuilder("#");
        for (var i = 1; i < 7; i += 2)
        {
            var channel = int.Parse(colour.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            shade.Append(((int)MathF.Round(255f + part * (channel - 255f))).ToString("x2", CultureInfo.InvariantCulture));
        }
        return shade.ToString();
    }

    public void Text(int x, int y, string text, string fill, int size = 12, bool isBold = false, string anchor = "start") =>
        _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\"")
            .Append(isBold ? " font-weight=\"bold\"" : "").Append(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")
            .Append('>').Append(Escaped(text)).Append("</text>\n");

    public void Rectangle(int x, int y, int width, int height, string fill, int radius = 0) =>
        _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
            .Append(radius > 0 ? $" rx=\"{radius}\"" : "").Append(CultureInfo.InvariantCulture, $" fill=\"{fill}\"/>\n");

    public void Path(string path, string fill = "none", string stroke = "none", int strokeWidth = 1) =>
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{fill}\"").Append(stroke == "none" ? "" : $" stroke=\"{stroke}\" stroke-width=\"{strokeWidth}\"").Append("/>\n");

    /// <summary>A square, in upright stripes where it has several colours; it is written by <see cref="FlushCells"/>.</summary>
    public void Cell(Xy place, int side, IReadOnlyList<string> colours)
    {
        for (var i = 0; i < colours.Count; i++)
        {
            int from = side * i / colours.Count, to = side * (i + 1) / colours.Count;
            if (!_cells.TryGetValue(colours[i], out var path))
            {
                _cells.Add(colours[i], path = new StringBuilder());
                _cellColours.Add(colours[i]);
            }
            path.Append(CultureInfo.InvariantCulture, $"M{place.X + from} {place.Y}h{to - from}v{side}h-{to - from}z");
        }
    }

    /// <summary>Writes the squares since the last time.</summary>
    public void FlushCells()
    {
        foreach (var colour in _cellColours) { _body.Append(CultureInfo.InvariantCulture, $"<path fill=\"{colour}\" d=\"{_cells[colour]}\"/>\n"); }
        _cells.Clear();
        _cellColours.Clear();
    }

    /// <summary>A frame around a square.</summary>
    public void Outline(Xy place, int side, string colour) =>
        _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{place.X - 1}\" y=\"{place.Y - 1}\" width=\"{side + 2}\" height=\"{side + 2}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");

    /// <summary>The whole picture.</summary>
    public string Finish(int width, int height, string label) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Helvetica, Arial, sans-serif\" role=\"img\" aria-label=\"{Escaped(label)}\">\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#ffffff\"/>\n{_body}</svg>\n");

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
