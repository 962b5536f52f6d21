namespace Emergent.Networks;

/// <summary>Two whole numbers, one for each direction within a layer: columns and rows of units or of pools.</summary>
/// <param name="X">Along the columns: to the right.</param>
/// <param name="Y">Along the rows: to the back.</param>
public readonly record struct Xy(int X, int Y)
{
    /// <summary>The pair as text: <c>(4, 2)</c>.</summary>
    public override string ToString() => $"({X}, {Y})";

    internal static int AlongX(Xy pair) => pair.X;

    internal static int AlongY(Xy pair) => pair.Y;
}

/// <summary>Two numbers, one for each direction within a layer.</summary>
/// <param name="X">Along the columns: to the right.</param>
/// <param name="Y">Along the rows: to the back.</param>
public readonly record struct XyF(float X, float Y)
{
    /// <summary>The pair as text: <c>(0.5, 2)</c>.</summary>
    public override string ToString() => $"({X}, {Y})";
}
