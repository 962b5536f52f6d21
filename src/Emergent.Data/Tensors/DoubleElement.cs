namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of <c>double</c>.</summary>
internal sealed class DoubleElement : FractionElement<double>
{
    public override string Name => "double";
    public override IReadOnlyList<string> OtherNames => ["float64", "f8"];
    public override char Code => '#';
    public override string ToText(double value, int digits) => digits > 0 ? GoFormat.Significant(value, digits) : GoFormat.Shortest(value);
    protected override int Shortest(double value, Span<char> text) => GoFormat.Shortest(value, text);
}
