namespace Emergent.Data.Tests;

public class TensorOperationsTests
{
    [Fact]
    public void Conversion_keeps_shape_names_and_nulls()
    {
        var tensor = new Tensor<int>([2, 2], [1, 2, 3, 4]) { DimensionNames = ["Y", "X"] };
        tensor.SetNull(1);
        var numbers = tensor.To<double>();
        Assert.Equal([1, double.NaN, 3, 4], numbers.Values.ToArray());
        Assert.Equal(["Y", "X"], numbers.DimensionNames!);
        Assert.True(numbers.To<int>().ContentsEqual(tensor));
        Assert.True(numbers.To<string>().IsNull(1));
        Assert.Equal(["1", "", "3", "4"], numbers.To<string>().Values.ToArray());
        Assert.True(new Tensor<string>([2], ["", "7"]).To<byte>().IsNull(0));
    }

    [Fact]
    public void Whole_numbers_are_converted_exactly()
    {
        var tensor = new Tensor<long>([2], [long.MaxValue, (1L << 53) + 1]);
        Assert.Equal([(ulong)long.MaxValue, (1UL << 53) + 1], tensor.To<ulong>().Values.ToArray());
        Assert.Equal("9223372036854775807", tensor.To<string>()[0]);
        Assert.True(tensor.To<string>().To<long>().ContentsEqual(tensor));
        Assert.Throws<ArgumentException>(() => new Tensor<ulong>([1], [ulong.MaxValue]).To<long>());
        Assert.Throws<ArgumentException>(() => new Tensor<ulong>([1]).SetDouble(0, 18446744073709551616.0));
        Assert.Throws<ArgumentException>(() => new Tensor<long>([1]).SetDouble(0, 9223372036854775808.0));
    }

    [Fact]
    public void Element_that_does_not_fit_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => new Tensor<double>([2, 2], [1, 2, 3.5, 4]).To<int>());
        Assert.StartsWith("Element [1, 0] of tensor double[2, 2] is '3.5', which does not fit a tensor of int", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Tensor<int>([1], [256]).To<byte>());
        Assert.Throws<ArgumentException>(() => new Tensor<int>([1], [-1]).To<uint>());
        Assert.Throws<ArgumentException>(() => new Tensor<string>([1], ["abc"]).To<float>());
        Assert.Throws<ArgumentException>(() => new Tensor<float>([1], [float.PositiveInfinity]).To<short>());
        Assert.Throws<ArgumentException>(() => new Tensor<int>([1], [2]).To<bool>());
        Assert.Throws<EmergentException>(() => new Tensor<int>([1]).To<char>());
    }

    [Fact]
    public void Copying_takes_over_values_and_nulls_of_any_element_type()
    {
        var (target, source) = (new Tensor<float>([2, 2]), new Tensor<int>([2, 2], [1, 2, 3, 4]));
        source.SetNull(3);
        target.CopyFrom(source);
        Assert.Equal([1, 2, 3, float.NaN], target.Values.ToArray());
        target.Transpose().CopyFrom(target.Clone());
        Assert.Equal([1, 3, 2, float.NaN], target.Values.ToArray());
    }

    [Fact]
    public void Copying_between_views_of_one_tensor_reads_before_it_writes()
    {
        var tensor = new Tensor<int>([5], [0, 1, 2, 3, 4]);
        tensor.Slice(1..).CopyFrom(tensor.Slice(..4));
        Assert.Equal([0, 0, 1, 2, 3], tensor.Values.ToArray());
        tensor.CopyFrom(tensor.Slice(TensorRange.Reversed));
        Assert.Equal([3, 2, 1, 0, 0], tensor.Values.ToArray());
    }

    [Fact]
    public void Copy_that_does_not_fit_changes_nothing()
    {
        var target = new Tensor<byte>([2], [8, 9]);
        Assert.Throws<ArgumentException>(() => target.CopyFrom(new Tensor<int>([2], [1, 300])));
        Assert.Contains("byte[2] cannot take over int[2, 1]", Assert.Throws<ArgumentException>(() => target.CopyFrom(new Tensor<int>([2, 1]))).Message, StringComparison.Ordinal);
        Assert.Contains("2 elements from 1 on do not lie within tensor byte[2]", Assert.Throws<ArgumentOutOfRangeException>(() => target.CopyCellsFrom(new Tensor<int>([5]), 0, 1, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => target.CopyCellsFrom(new Tensor<int>([5]), 4, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => target.CopyCellsFrom(new Tensor<int>([5]), 0, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => target.CopyCellsFrom(new Tensor<int>([5]), int.MaxValue, 0, 1));
        Assert.Equal([8, 9], target.Values.ToArray());
    }

    [Fact]
    public void Cells_are_copied_by_flat_indices_of_both()
    {
        var target = new Tensor<double>([2, 3]);
        target.CopyCellsFrom(new Tensor<int>([3, 2], [1, 2, 3, 4, 5, 6]).Transpose(), 1, 2, 3);   // transposed: 1 3 5 2 4 6
        Assert.Equal([0, 0, 3, 5, 2, 0], target.Values.ToArray());
        target.CopyCellsFrom(new Tensor<double>([2], [7, 8]), 1, 0, 1);
        Assert.Equal(8, target[0]);
    }

    [Fact]
    public void Extremes_say_where_and_leave_out_nulls()
    {
        Assert.Equal(new TensorExtremes(-2, 1, 9, 3), new Tensor<float>([2, 3], [1, -2, float.NaN, 9, -2, 9]).Extremes());
        Assert.Equal(new TensorExtremes(double.NaN, -1, double.NaN, -1), new Tensor<int>([0]).Extremes());
        Assert.Equal(new TensorExtremes(3, 1, 3, 1), new Tensor<string>([2], ["x", "3"]).Extremes());
    }

    [Fact]
    public void Functions_are_applied_to_what_is_not_null()
    {
        var tensor = new Tensor<int>([3], [1, 2, 3]);
        tensor.SetNull(1);
        tensor.Apply(x => x * 10);
        Assert.Equal("10,,30", string.Join(',', tensor.To<string>().Values.ToArray()));
        Assert.Throws<ArgumentException>(() => ((Tensor)tensor).Apply(x => x == 30 ? 0.5 : 1));
        Assert.Equal(10, tensor[0]);
        Assert.True(tensor.IsNull(1));
        Assert.Equal(40, tensor.Aggregate(0, (sum, value) => sum + value));
        var numbers = new Tensor<float>([2, 2], [1, 4, 9, 16]);
        numbers.Slice(.., 1).Apply(x => Math.Sqrt(x));
        Assert.Equal([1, 2, 9, 4], numbers.Values.ToArray());
    }

    [Fact]
    public void Function_that_fails_changes_nothing()
    {
        var tensor = new Tensor<int>([2], [1, 0]);
        Assert.Throws<DivideByZeroException>(() => tensor.Apply(x => 7 / x));
        Assert.Equal([1, 0], tensor.Values.ToArray());
    }

    [Fact]
    public void Rows_are_added_and_cut_off_in_a_copy()
    {
        var tensor = new Tensor<string>([2, 2], ["a", "b", "c", "d"]) { DimensionNames = ["Row", "X"] };
        tensor.SetNull(0);
        var more = tensor.ToRows(3);
        Assert.Equal(["", "b", "c", "d", "", ""], more.Values.ToArray());
        Assert.True(more.IsNull(0));
        Assert.Equal(["Row", "X"], more.DimensionNames!);
        Assert.Equal([1, 2], tensor.ToRows(1).Shape);
        Assert.Equal(0, tensor.ToRows(0).Length);
        Assert.Throws<InvalidOperationException>(() => new Tensor<int>(Shape.Scalar).ToRows(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.ToRows(-1));
    }

    [Fact]
    public void Elements_are_read_and_set_by_row_and_cell()
    {
        var tensor = new Tensor<float>([2, 2, 2]);
        tensor.SetDouble(1, 2, 5);
        tensor.SetText(0, 3, "7");
        Assert.Equal(5, tensor[1, 1, 0]);
        Assert.Equal("7", tensor.GetText(0, 3));
        Assert.Equal(5, tensor.GetDouble(1, 2));
        Assert.False(tensor.IsNull(1, 2));
        Assert.Equal((2, 4), (tensor.RowCount, tensor.CellLength));
        Assert.Contains("Row 2 is outside", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.GetDouble(2, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("Cell 4 is outside a row", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.GetDouble(0, 4)).Message, StringComparison.Ordinal);
        Assert.Equal(3, new Tensor<int>(Shape.Scalar, [3]).GetDouble(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tensor<int>([2, 0]).GetDouble(0, 0));
    }

    [Fact]
    public void Matrix_and_tensor_become_each_other()
    {
        var tensor = new Tensor<float>([2, 3], [1, 2, 3, 4, 5, float.NaN]);
        var matrix = tensor.ToMatrix();
        Assert.Equal((2, 3, 4), (matrix.RowCount, matrix.ColumnCount, matrix[1, 0]));
        Assert.True(Tensor.OfMatrix(matrix).ContentsEqual(tensor.To<double>()));
        Assert.True(Tensor.OfMatrix(matrix.Transpose()).ContentsEqual(tensor.Transpose().To<double>()));
        Assert.Contains("has 1 dimensions; a matrix has 2", Assert.Throws<InvalidOperationException>(() => new Tensor<float>([3]).ToMatrix()).Message, StringComparison.Ordinal);
        Assert.Contains("has no elements", Assert.Throws<InvalidOperationException>(() => new Tensor<float>([0, 3]).ToMatrix()).Message, StringComparison.Ordinal);
        Assert.Contains("To<double>()", Assert.Throws<InvalidOperationException>(() => new Tensor<string>([1, 3]).ToMatrix()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Element_types_have_the_names_of_CSharp_emergent_and_numpy()
    {
        Assert.Equal(12, ElementTypes.All.Count);
        foreach (var type in ElementTypes.All) { Assert.Equal(type, ElementTypes.Named(ElementTypes.NameOf(type))); }
        Assert.Equal([typeof(float), typeof(ushort), typeof(long)], new[] { "float32", "u2", "int64" }.Select(ElementTypes.Named));
        Assert.Contains("Did you mean 'float'?", Assert.Throws<EmergentException>(() => ElementTypes.Named("flot")).Message, StringComparison.Ordinal);
    }
}
