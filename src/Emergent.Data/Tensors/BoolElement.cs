using System.Runtime.InteropServices;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of <c>bool</c>.</summary>
internal sealed class BoolElement : Element<bool>
{
    public override string Name => "bool";
    public override IReadOnlyList<string> OtherNames => ["bool_", "b1"];
    public override char Code => '^';
    public override char Kind => 'b';
    public override int Size => sizeof(bool);
    public override string Rule => "true, false, 1 or 0";
    public override bool Initial => false;
    public override double ToDouble(bool value) => value ? 1 : 0;
    public override string ToText(bool value, int digits) => value ? "true" : "false";
    public override Span<byte> AsBytes(Span<bool> values) => MemoryMarshal.AsBytes(values);

    public override bool TryFromDouble(double value, out bool result)
    {
        result = value == 1;
        return value is 0 or 1;
    }

    public override bool TryParse(ReadOnlySpan<char> text, out bool result)
    {
        text = text.Trim();
        result = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return result || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
