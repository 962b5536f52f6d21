using System.Globalization;
using System.Text;

namespace Emergent.Data;

/// <summary>What tensors, columns and files need to know of one element type; a new element type is one more of these.</summary>
internal abstract class Element<T> : Element
{
    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <summary>What a new cell holds.</summary>
    public abstract T Initial { get; }

    /// <summary>What a null cell holds.</summary>
    public virtual T Null => Initial;

    /// <summary>Whether the value by itself says that the cell is null, with no mark beside it.</summary>
    public virtual bool IsNull(T value) => false;

    /// <summary>Whether the text of a cell says that it is null.</summary>
    public virtual bool IsNullText(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty) { return true; }
        if (text[0] is '-' or '+') { text = text[1..]; }
        return text.Equals("NaN", StringComparison.OrdinalIgnoreCase) || text.Equals("Inf", StringComparison.OrdinalIgnoreCase);
    }

    public abstract double ToDouble(T value);

    public abstract bool TryFromDouble(double value, out T result);

    /// <summary>A whole number, exactly, which a <c>double</c> may not be able to hold.</summary>
    public virtual Int128 ToWhole(T value) => throw new NotSupportedException();

    public virtual bool TryFromWhole(Int128 value, out T result) => TryFromDouble((double)value, out result);

    /// <summary>The text of a value, with at most so many significant digits where it is a fraction (0: as many as it takes).</summary>
    public abstract string ToText(T value, int digits);

    /// <summary>Adds the text of a value to a line of a file.</summary>
    public virtual void Append(StringBuilder line, T value, int digits, char delimiter) => DelimitedText.Append(line, ToText(value, digits), delimiter);

    public abstract bool TryParse(ReadOnlySpan<char> text, out T result);

    /// <summary>The memory of values of a fixed size.</summary>
    public virtual Span<byte> AsBytes(Span<T> values) => throw new NotSupportedException();

    /// <summary>The value as this type, if it fits without loss (a <c>double</c> may lose digits to become a <c>float</c>).</summary>
    public virtual bool TryConvert(object value, out T result)
    {
        switch (value)
        {
            case T same:
                result = same;
                return true;
            case sbyte or byte or short or ushort or int or uint or long:
                return TryFromWhole(Convert.ToInt64(value, CultureInfo.InvariantCulture), out result);
            case ulong whole:
                return TryFromWhole(whole, out result);
            case float or double or decimal or bool:
                return TryFromDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture), out result);
            default:
                result = Initial;
                return false;
        }
    }

    /// <inheritdoc/>
    public override Tensor NewTensor(Shape shape, StorageOrder order) => new Tensor<T>(shape, order);

    /// <inheritdoc/>
    public override Column AddColumn(Table table, string name, Shape? cellShape) => table.AddColumn<T>(name, cellShape);
}
