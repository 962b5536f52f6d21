namespace Emergent.Data;

/// <summary>An n-dimensional array of values of one type, row-major, any of which may be null.</summary>
/// <remarks>Element types: float, double, int, string, bool; see <see cref="Tensor{T}"/>.</remarks>
public abstract class Tensor
{
    private IReadOnlyList<string>? _dimensionNames;

    private protected Tensor(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
    }

    /// <summary>The size of each dimension, outermost first.</summary>
    public Shape Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Length => Shape.Length;

    /// <summary>The type of the elements.</summary>
    public abstract Type ElementType { get; }

    /// <summary>What each dimension stands for, outermost first, or null when that has not been said.</summary>
    /// <exception cref="ArgumentException">There are more or fewer names than dimensions.</exception>
    public IReadOnlyList<string>? DimensionNames
    {
        get => _dimensionNames;
        set
        {
            if (value is not null && value.Count != Shape.Rank)
            {
                throw new ArgumentException($"Shape {Shape} has {Shape.Rank} dimensions; {value.Count} names were given.", nameof(value));
            }
            _dimensionNames = value;
        }
    }

    /// <summary>The element at a flat index as a number: NaN where it is null or text that is no number; true is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract double GetDouble(int flat);

    /// <summary>Sets the element at a flat index to a number; NaN makes it null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    /// <exception cref="ArgumentException">The element type cannot hold the number.</exception>
    public abstract void SetDouble(int flat, double value);

    /// <summary>The element at a flat index as text; empty where it is null and not a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract string GetText(int flat);

    /// <summary>Sets the element at a flat index from text; empty, NaN and Inf make it null unless it is itself text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    /// <exception cref="ArgumentException">The text does not fit the element type.</exception>
    public abstract void SetText(int flat, string text);

    /// <summary>Whether the element at a flat index is null: NaN, or marked so where the type has no NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract bool IsNull(int flat);

    /// <summary>Makes the element at a flat index null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract void SetNull(int flat);

    /// <summary>A copy that shares nothing with this tensor.</summary>
    public abstract Tensor Clone();

    /// <summary>Whether the other tensor has the same element type, shape, values and nulls.</summary>
    public abstract bool ContentsEqual(Tensor? other);

    /// <summary>A new tensor of zeros, empty texts or falses.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    public static Tensor Create(Type elementType, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(elementType);
        return elementType == typeof(float) ? new Tensor<float>(shape)
            : elementType == typeof(double) ? new Tensor<double>(shape)
            : elementType == typeof(int) ? new Tensor<int>(shape)
            : elementType == typeof(string) ? new Tensor<string>(shape)
            : elementType == typeof(bool) ? new Tensor<bool>(shape)
            : throw Elements.Unsupported(elementType);
    }
}
