namespace Emergent.Networks;

/// <summary>How a layer lies relative to another one.</summary>
public enum Relation
{
    /// <summary>At its own position, whatever lies elsewhere.</summary>
    Absolute,
    /// <summary>In the same plane, to the right (+X).</summary>
    RightOf,
    /// <summary>In the same plane, to the left (−X).</summary>
    LeftOf,
    /// <summary>In the same plane, farther from the viewer (+Y).</summary>
    Behind,
    /// <summary>In the same plane, nearer to the viewer (−Y).</summary>
    InFrontOf,
    /// <summary>One plane higher (+Z).</summary>
    Above,
    /// <summary>One plane lower (−Z).</summary>
    Below,
}

/// <summary>Which edges or middles of two layers have the same X.</summary>
public enum XAlign
{
    /// <summary>The left edges.</summary>
    Left,
    /// <summary>The middles.</summary>
    Middle,
    /// <summary>The right edges.</summary>
    Right,
}

/// <summary>Which edges or middles of two layers have the same Y.</summary>
public enum YAlign
{
    /// <summary>The front edges.</summary>
    Front,
    /// <summary>The middles.</summary>
    Center,
    /// <summary>The back edges.</summary>
    Back,
}

/// <summary>Where a layer is drawn: beside, above or below another layer, or at a position of its own.</summary>
/// <remarks>Lengths are in unit widths. Source: emer/emergent relpos.</remarks>
public sealed record Placement
{
    /// <summary>How the layer lies relative to <see cref="Other"/>.</summary>
    public Relation Relation { get; init; }

    /// <summary>The name of the other layer; none for an absolute position.</summary>
    public string Other { get; init; } = "";

    /// <summary>The alignment in X, for a layer behind, in front of, above or below the other.</summary>
    public XAlign XAlign { get; init; }

    /// <summary>The alignment in Y, for a layer right or left of, above or below the other.</summary>
    public YAlign YAlign { get; init; }

    /// <summary>How far the layer lies right of the alignment; the X of an absolute position.</summary>
    public float XOffset { get; init; }

    /// <summary>How far the layer lies behind the alignment; the Y of an absolute position.</summary>
    public float YOffset { get; init; }

    /// <summary>The plane of an absolute position, counted upwards; relative ones take the other layer's.</summary>
    public float Level { get; init; }

    /// <summary>The magnification of the drawn layer.</summary>
    /// <exception cref="ArgumentException">The value is not above 0.</exception>
    public float Scale
    {
        get;
        init => field = value > 0f && float.IsFinite(value) ? value : throw new ArgumentException($"A layer cannot be drawn at scale {value}; it must be above 0.");
    } = 1f; // 1: a unit is one unit wide

    /// <summary>The gap to the other layer, for a layer right or left of, behind or in front of it.</summary>
    public float Space { get; init; } = 1f; // one unit: layers stay apart and close

    /// <summary>At a position of its own.</summary>
    /// <param name="x">The X of the left edge.</param>
    /// <param name="y">The Y of the front edge.</param>
    /// <param name="level">The plane, counted upwards.</param>
    public static Placement At(float x, float y, float level = 0f) => new() { Relation = Relation.Absolute, XOffset = x, YOffset = y, Level = level };

    /// <summary>To the right of another layer.</summary>
    public static Placement RightOf(string other, YAlign align = YAlign.Front, float space = 1f) => Beside(Relation.RightOf, other, XAlign.Left, align, space);

    /// <summary>To the left of another layer.</summary>
    public static Placement LeftOf(string other, YAlign align = YAlign.Front, float space = 1f) => Beside(Relation.LeftOf, other, XAlign.Left, align, space);

    /// <summary>Behind another layer, farther from the viewer.</summary>
    public static Placement Behind(string other, XAlign align = XAlign.Left, float space = 1f) => Beside(Relation.Behind, other, align, YAlign.Front, space);

    /// <summary>In front of another layer, nearer to the viewer.</summary>
    public static Placement InFrontOf(string other, XAlign align = XAlign.Left, float space = 1f) => Beside(Relation.InFrontOf, other, align, YAlign.Front, space);

    /// <summary>One plane above another layer, and one unit back so that the one below shows its front.</summary>
    public static Placement Above(string other, XAlign xAlign = XAlign.Left, YAlign yAlign = YAlign.Front) =>
        Beside(Relation.Above, other, xAlign, yAlign, space: 1f) with { YOffset = 1f };

    /// <summary>One plane below another layer.</summary>
    public static Placement Below(string other, XAlign xAlign = XAlign.Left, YAlign yAlign = YAlign.Front) => Beside(Relation.Below, other, xAlign, yAlign, space: 1f);

    private static Placement Beside(Relation relation, string other, XAlign xAlign, YAlign yAlign, float space) =>
        new() { Relation = relation, Other = other, XAlign = xAlign, YAlign = yAlign, Space = space };
}
