namespace Emergent.Data.Tests;

public class TensorGridTests
{
    [Theory]
    [InlineData("", false, 1, 1)]
    [InlineData("6", false, 1, 6)]
    [InlineData("6", true, 6, 1)]
    [InlineData("3,4", false, 3, 4)]
    [InlineData("2,3,4", false, 3, 8)]
    [InlineData("2,3,4", true, 6, 4)]
    [InlineData("2,3,4,5", false, 8, 15)]
    [InlineData("2,3,4,5,6", false, 15, 48)]
    [InlineData("2,3,4,5,6", true, 30, 24)]
    [InlineData("2,2,2,2,2,3", true, 8, 12)]
    [InlineData("0,3", false, 0, 3)]
    public void Dimensions_go_in_turn_to_columns_and_rows(string sizes, bool oddInRows, int rows, int columns)
    {
        var grid = TensorGrid.Of(Shape.Create([.. sizes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]), oddInRows);
        Assert.Equal((rows, columns), (grid.RowCount, grid.ColumnCount));
    }

    [Fact]
    public void Pools_are_blocks_side_by_side()
    {
        Shape shape = [2, 3, 4, 5];
        var grid = TensorGrid.Of(shape);
        Assert.Equal(shape.Offset(1, 2, 3, 4), grid.Element(7, 14));
        Assert.Equal(shape.Offset(0, 1, 2, 0), grid.Element(2, 5));
        Assert.Equal([4], Enumerable.Range(0, 8).Where(row => grid.RowGap(row) == 1));
        Assert.Equal([5, 10], Enumerable.Range(0, 15).Where(column => grid.ColumnGap(column) == 1));
    }

    [Fact]
    public void Odd_dimension_lies_beside_or_below()
    {
        Shape shape = [2, 3, 4];
        Assert.Equal(shape.Offset(1, 2, 1), TensorGrid.Of(shape).Element(2, 5));
        Assert.Equal(shape.Offset(1, 2, 1), TensorGrid.Of(shape, oddInRows: true).Element(5, 1));
        Assert.Equal(1, TensorGrid.Of(shape).ColumnGap(4));
        Assert.Equal(0, TensorGrid.Of(shape).RowGap(1));
    }

    [Fact]
    public void Gaps_count_how_many_blocks_begin()
    {
        var grid = TensorGrid.Of(new Tensor<float>([2, 2, 2, 2, 3, 3]));   // rows 2·2·3, columns 2·2·3
        Assert.Equal([0, 0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0], Enumerable.Range(0, 12).Select(grid.RowGap));
        Assert.Equal([0, 0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0], Enumerable.Range(0, 12).Select(grid.ColumnGap));
    }

    [Fact]
    public void Place_outside_the_grid_is_refused()
    {
        var grid = TensorGrid.Of(new Tensor<float>([2, 3]));
        Assert.Contains("Row 2 is outside the grid of shape [2, 3], which has 2 rows and 3 columns", Assert.Throws<ArgumentOutOfRangeException>(() => grid.Element(2, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.Element(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.ColumnGap(3));
    }
}
