using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Sizes counted from the end, as layers with pools need them.</summary>
public class ShapeIndexTests
{
    [Fact]
    public void A_size_counted_from_the_end_is_counted_in_dimensions()
    {
        Shape shape = [2, 3, 4, 5];
        Assert.Equal(5, shape[^1]);
        Assert.Equal(2, shape[^4]);
        Assert.Equal(3, shape[(Index)1]);
        Assert.Throws<IndexOutOfRangeException>(() => shape[^5]);
    }
}
