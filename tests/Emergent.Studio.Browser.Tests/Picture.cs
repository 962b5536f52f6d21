using System.Numerics;
using Emergent.Networks;
using Microsoft.Playwright;

namespace Emergent.Studio.Browser.Tests;

/// <summary>Where the units of a network are in its picture, and which colours they have there: by the definitions of layout, camera and colours, and by none of the page's code.</summary>
internal sealed class Picture(Visit visit)
{
    /// <summary>A view of the network that does not depend on the page's own choice: what NetView keeps between visits. Boxes are too low to hide a centre.</summary>
    public static object Kept(Simulation simulation, string variable = "Act", string tier = "flat") => new Dictionary<string, object>
    {
        [$"{simulation.Name}/network"] = new
        {
            variable, map = "ColdHot", tier, rate = "cycle", unitSize = 0.9, height = 0.01, ranges = new { }, views = new { },
            camera = new { azimuth = 0.3, elevation = Elevation, distance = Distance, target = new[] { 0, 0, 0 } },
        },
    };

    private const float Azimuth = 0.3f, Elevation = 0.42f, Distance = 3.2f;

    private ILocator Surface => visit.Page.Locator(".net-surface").First;

    /// <summary>The centre of a unit, in pixels of the picture.</summary>
    public async Task<(float X, float Y)> CentreOf(Layer layer, int unit)
    {
        var box = (await Surface.BoundingBoxAsync())!;
        var boxes = visit.Simulation.Network.Layers.Select(l => l.Bounds).ToArray();
        var (left, right, front, back) = (boxes.Min(b => b.X), boxes.Max(b => b.X + b.Width), boxes.Min(b => b.Y), boxes.Max(b => b.Y + b.Depth));
        var scale = 1 / Math.Max(right - left, back - front);
        var spacing = Math.Clamp(0.55f * (back - front + 1) * scale, 0.18f, 0.6f);
        var (own, columns) = (layer.Bounds, layer.Shape[1]);
        var place = new Vector3(
            (own.X + own.Width * (unit % columns + 0.5f) / columns - (left + right) / 2) * scale,
            (own.Z - (boxes.Min(b => b.Z) + boxes.Max(b => b.Z)) / 2) * spacing,
            -(own.Y + own.Depth * (unit / columns + 0.5f) / layer.Shape[0] - (front + back) / 2) * scale);
        var eye = Distance * new Vector3(MathF.Sin(Azimuth) * MathF.Cos(Elevation), MathF.Sin(Elevation), MathF.Cos(Azimuth) * MathF.Cos(Elevation));
        var seen = Vector3.Transform(place, Matrix4x4.CreateLookAt(eye, Vector3.Zero, Vector3.UnitY));
        var pixels = box.Height / 2 / MathF.Tan(MathF.PI / 12) / -seen.Z;   // 30° from top to bottom
        return (box.Width / 2 + seen.X * pixels, box.Height / 2 - seen.Y * pixels);
    }

    /// <summary>Clicks a unit.</summary>
    public async Task Click(Layer layer, int unit)
    {
        var (x, y) = await CentreOf(layer, unit);
        await Surface.ClickAsync(new() { Position = new() { X = x, Y = y } });
    }

    /// <summary>The colours at the centres of the units of a layer, as the screen shows them.</summary>
    public async Task<int[][]> ColorsOf(Layer layer)
    {
        var points = new List<(float X, float Y)>();
        for (var u = 0; u < layer.UnitCount; u++) { points.Add(await CentreOf(layer, u)); }
        return await ColorsAt(points);
    }

    /// <summary>The colours along the line from the centre of one unit to that of another.</summary>
    public async Task<int[][]> ColorsBetween(Layer layer, int from, int to)
    {
        const int Count = 80;
        var (start, end) = (await CentreOf(layer, from), await CentreOf(layer, to));
        return await ColorsAt([.. Enumerable.Range(0, Count).Select(i => (start.X + ((end.X - start.X) * i / Count), start.Y + ((end.Y - start.Y) * i / Count)))]);
    }

    private async Task<int[][]> ColorsAt(IReadOnlyList<(float X, float Y)> places)
    {
        int[][] points = [.. places.Select(p => new[] { (int)p.X, (int)p.Y })];
        var png = Convert.ToBase64String(await Surface.ScreenshotAsync());
        return await visit.Page.EvaluateAsync<int[][]>("""
            async ({ png, points }) => {
              const image = new Image();
              image.src = `data:image/png;base64,${png}`;
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.width, image.height];
              const context = canvas.getContext('2d', { willReadFrequently: true });
              context.drawImage(image, 0, 0);
              return points.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
            }
            """, new { png, points });
    }

    /// <summary>Waits until the units of a layer have the colours of values between −1 and 1.</summary>
    public async Task Shows(Layer layer, float[] values)
    {
        var expected = values.Select(ColorOf).ToArray();
        var seen = Array.Empty<int[]>();
        var end = Environment.TickCount64 + (long)Visit.Patience;
        while (Environment.TickCount64 < end)
        {
            seen = await ColorsOf(layer);
            if (seen.Zip(expected).All(pair => pair.First.Zip(pair.Second).All(c => Math.Abs(c.First - c.Second) <= 2))) { return; }
            await Task.Delay(100);
        }
        Assert.Fail($"{layer.Name}: expected {Text(expected)}, seen {Text(seen)}");
    }

    /// <summary>The colour of a value on white: of emergent's ColdHot, half transparent at zero.</summary>
    private static int[] ColorOf(float value)
    {
        if (float.IsNaN(value)) { return [.. new[] { 32, 32, 32 }.Select(c => (int)Math.Round(255 + (c - 255) * (0x40 / 255.0)))]; }
        int[][] stops = [[0, 255, 255], [0, 0, 255], [127, 127, 127], [255, 0, 0], [255, 255, 0]];
        var place = (Math.Clamp(value, -1, 1) + 1) * 2;
        var low = Math.Min((int)place, 3);
        var opacity = 0.5 + 0.5 * Math.Abs(Math.Clamp(value, -1, 1));
        return [.. Enumerable.Range(0, 3).Select(c => (int)Math.Round(255 + (stops[low][c] + (stops[low + 1][c] - stops[low][c]) * (place - low) - 255) * opacity))];
    }

    private static string Text(int[][] colors) => string.Join(" ", colors.Select(c => $"({string.Join(",", c)})"));
}
