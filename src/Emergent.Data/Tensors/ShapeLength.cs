namespace Emergent.Data;

/// <summary>The number of elements of a shape: <c>shape.Length</c>.</summary>
/// <remarks>
/// No member of <see cref="Shape"/>, which is a list of sizes, since the compiler counts a list by its member Length: [.. shape] would have as many items as an array
/// of that shape has elements, and shape is [5, 5] would be false.
/// </remarks>
public static class ShapeLength
{
    extension(Shape shape)
    {
        /// <summary>The number of elements: the product of all sizes.</summary>
        public int Length => shape.ElementCount;
    }
}
