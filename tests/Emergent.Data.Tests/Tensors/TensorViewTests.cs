namespace Emergent.Data.Tests;

public class TensorViewTests
{
    private static readonly Tensor<int> Numbers = new([3, 4], [.. Enumerable.Range(0, 12)]);

    [Fact]
    public void Ranges_keep_dimensions_and_indices_take_them_away()
    {
        var tensor = new Tensor<int>([2, 3, 4], [.. Enumerable.Range(0, 24)]) { DimensionNames = ["Pool", "Y", "X"] };
        var slice = tensor.Slice(1.., .., 3);
        Assert.Equal([1, 3], slice.Shape);
        Assert.Equal(["Pool", "Y"], slice.DimensionNames!);
        Assert.Equal([15, 19, 23], All(slice));
        Assert.Equal([20, 21, 22, 23], All(tensor.Slice(^1, ^1)));
        Assert.Equal([13, 14, 17, 18, 21, 22], All(tensor.Slice(1, .., 1..^1)));
        Assert.Equal(tensor.Length, tensor.Slice().Length);
    }

    [Theory]
    [InlineData(0, 4, 2, "0,2")]
    [InlineData(1, 4, 2, "1,3")]
    [InlineData(0, 4, -1, "3,2,1,0")]
    [InlineData(0, 4, -2, "3,1")]
    [InlineData(0, 3, -2, "2,0")]
    [InlineData(0, 4, 9, "0")]
    [InlineData(0, 4, int.MinValue, "3")]
    [InlineData(4, 4, -1, "")]
    public void Steps_go_up_from_the_start_or_down_from_the_last(int start, int end, int step, string expected) =>
        Assert.Equal(expected, string.Join(',', All(Numbers.Slice(0, new TensorRange(start..end, step)))));

    [Fact]
    public void Slices_of_slices_are_still_the_same_memory()
    {
        var tensor = Numbers.Clone();
        var slice = tensor.Slice(.., new TensorRange(.., -1)).Slice(new TensorRange(.., 2), 1..3);
        Assert.Equal([2, 1, 10, 9], All(slice));
        slice[1, 0] = 100;
        Assert.Equal(100, tensor[2, 2]);
        slice.SetNull(0);
        Assert.True(tensor.IsNull(2));
        slice.Fill(7);
        Assert.Equal([0, 7, 7, 3, 4, 5, 6, 7, 8, 7, 7, 11], All(tensor));
    }

    [Fact]
    public void Views_stay_views_when_their_column_grows()
    {
        var table = new Table("T");
        var column = table.AddColumn<int>("X", [2, 2]);
        table.AddRows(1);
        var transposed = column.CellTensor(0).Transpose();
        table.AddRows(1000);
        transposed[0, 1] = 5;
        Assert.Equal(5, column.CellTensor(0)[1, 0]);
    }

    [Fact]
    public void Dimension_is_sliced_by_its_name()
    {
        var tensor = new Tensor<int>([3, 4], [.. Enumerable.Range(0, 12)]) { DimensionNames = ["Y", "X"] };
        Assert.Equal(1, tensor.Dimension("X"));
        Assert.Equal([1, 5, 9], All(tensor.Slice("X", 1)));
        Assert.Equal([4, 5, 6, 7], All(tensor.Slice("Y", 1..2)));
        Assert.Equal(["X", "Y"], tensor.Transpose().DimensionNames!);
        Assert.Contains("has no dimension 'Z'", Assert.Throws<EmergentException>(() => tensor.Slice("Z", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Set its DimensionNames first", Assert.Throws<EmergentException>(() => Numbers.Dimension("Y")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_slices_are_refused_with_the_rule()
    {
        Assert.Contains("Range 1..5 does not lie within dimension 1 of shape [3, 4]", Message(() => Numbers.Slice(.., 1..5)), StringComparison.Ordinal);
        Assert.Contains("Range 2..1 ", Message(() => Numbers.Slice(2..1)), StringComparison.Ordinal);
        Assert.Contains("Index ^5 is outside dimension 1 of shape [3, 4]; it goes from 0 to 3", Message(() => Numbers.Slice(.., ^5)), StringComparison.Ordinal);
        Assert.Contains("count from the end with ^1", Message(() => Numbers.Slice(-1)), StringComparison.Ordinal);
        Assert.Contains("it is empty", Message(() => new Tensor<int>([0]).Slice(0)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorRange(.., 0));
        Assert.Contains("3 indices or ranges were given", Assert.Throws<ArgumentException>(() => Numbers.Slice(.., .., ..)).Message, StringComparison.Ordinal);

        static string Message(Action slice) => Assert.Throws<ArgumentOutOfRangeException>(slice).Message;
    }

    [Fact]
    public void Transpose_swaps_dimensions_without_copying()
    {
        var tensor = Numbers.Clone();
        var transposed = tensor.Transpose();
        Assert.Equal([4, 3], transposed.Shape);
        Assert.Equal([1, 4], transposed.Strides);
        Assert.False(transposed.IsContiguous);
        Assert.True(transposed.IsColumnMajor);
        transposed[3, 0] = 30;
        Assert.Equal(30, tensor[0, 3]);
        Assert.Equal([4, 2, 3], new Tensor<byte>([2, 3, 4]).Transpose(2, 0, 1).Shape);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2)]
    [InlineData(1, -1)]
    public void Order_of_a_transpose_must_name_each_dimension_once(int first, int second) =>
        Assert.Contains($"Order [{first}, {second}] does not name each of the 2 dimensions", Assert.Throws<ArgumentException>(() => Numbers.Transpose(first, second)).Message, StringComparison.Ordinal);

    [Fact]
    public void Reshape_is_a_view_and_needs_as_many_elements()
    {
        var tensor = Numbers.Clone();
        tensor.Reshape([2, 6])[1, 0] = 60;
        Assert.Equal(60, tensor[1, 2]);
        Assert.Contains("has 12 elements; shape [5] holds 5", Assert.Throws<ArgumentException>(() => tensor.Reshape([5])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void View_with_gaps_has_no_span_and_no_other_shape_until_it_is_copied()
    {
        var view = Numbers.Slice(.., 1..3);
        Assert.Contains("Call ToContiguous() first", Assert.Throws<InvalidOperationException>(() => view.Values.Length).Message, StringComparison.Ordinal);
        Assert.Contains("int[3, 2] cannot be reshaped to [6]: it is a view with strides [4, 1]", Assert.Throws<InvalidOperationException>(() => view.Reshape([6])).Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 5, 6, 9, 10], view.ToContiguous().Values.ToArray());
        Assert.NotSame(view, view.ToContiguous());
        Assert.Same(Numbers, Numbers.ToContiguous());
    }

    [Fact]
    public void Views_whose_elements_lie_side_by_side_have_a_span()
    {
        Assert.Equal([4, 5, 6, 7], Numbers.Slice(1).Values.ToArray());
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 11], Numbers.Slice(1..).Values.ToArray());
        Assert.Equal([5, 6], Numbers.Slice(1..2, 1..3).Values.ToArray());
        Assert.Equal(0, Numbers.Slice(3.., 4..).Values.Length);
        Assert.True(new Tensor<int>([1, 5]).Transpose().IsContiguous);
    }

    [Fact]
    public void Column_major_tensor_counts_and_compares_like_any_other()
    {
        var tensor = new Tensor<int>([2, 3], [0, 10, 1, 11, 2, 12], StorageOrder.ColumnMajor);
        Assert.Equal(12, tensor[1, 2]);
        Assert.Equal([0, 1, 2, 10, 11, 12], All(tensor));
        Assert.Equal([1, 2], tensor.Strides);
        Assert.True(tensor.ContentsEqual(new Tensor<int>([2, 3], [0, 1, 2, 10, 11, 12])));
        Assert.Equal([0, 10, 1, 11, 2, 12], tensor.Clone().ToColumnMajor().Transpose().Values.ToArray());
        Assert.Equal(10, tensor[3]);
        Assert.True(new Tensor<int>([4], StorageOrder.ColumnMajor).IsContiguous);
    }

    [Fact]
    public void Meta_data_begins_in_a_view_as_in_its_original_and_is_then_its_own()
    {
        var tensor = Numbers.Clone();
        tensor.MetaData["desc"] = "numbers";
        var (view, copy, text) = (tensor.Slice(1), tensor.Clone(), tensor.To<string>());
        view.MetaData["desc"] = "row";
        Assert.Equal(["numbers", "row", "numbers", "numbers"], new[] { tensor, view, copy, (Tensor)text }.Select(t => t.MetaData["desc"]));
    }

    private static int[] All(Tensor<int> tensor) => [.. Enumerable.Range(0, tensor.Length).Select(i => tensor[i])];
}
