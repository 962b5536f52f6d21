namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of <c>float</c>.</summary>
internal sealed class FloatElement : FractionElement<float>
{
    public override string Name => "float";
    public override IReadOnlyList<string> OtherNames => ["float32", "f4"];
    public override char Code => '%';
    public override string ToText(float value, int digits) => digits > 0 ? GoFormat.Significant(value, digits) : GoFormat.Shortest(value);
    protected override int Shortest(float value, Span<char> text) => GoFormat.Shortest(value, text);
}
