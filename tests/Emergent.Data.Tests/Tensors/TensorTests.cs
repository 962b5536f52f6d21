namespace Emergent.Data.Tests;

public class TensorTests
{
    public static TheoryData<Type> ElementTypes => [.. Emergent.Data.ElementTypes.All];

    [Fact]
    public void Slice_of_a_tensor_is_a_view()
    {
        var tensor = new Tensor<float>([2, 3, 4]);
        var slice = tensor.Slice(1);
        slice[2, 3] = 7;
        Assert.Equal([3, 4], slice.Shape);
        Assert.Equal(7, tensor[1, 2, 3]);
        tensor[1, 0, 0] = 5;
        Assert.Equal(5, slice[0]);
        Assert.Equal(12, slice.Values.Length);
    }

    [Fact]
    public void Slice_of_a_slice_is_still_the_same_memory()
    {
        var tensor = new Tensor<int>([2, 3, 4]);
        tensor.Slice(1).Slice(2)[3] = 9;
        Assert.Equal(9, tensor[1, 2, 3]);
        Assert.Equal(9, tensor.Slice(1, 2, 3)[0]);
        Assert.Equal(Shape.Scalar, tensor.Slice(1, 2, 3).Shape);
    }

    [Fact]
    public void Slice_sees_nulls_made_after_it_was_taken()
    {
        var tensor = new Tensor<int>([2, 2]);
        var slice = tensor.Slice(1);
        tensor.SetNull(3);
        Assert.True(slice.IsNull(1));
        slice[1] = 4;
        Assert.False(tensor.IsNull(3));
    }

    [Fact]
    public void Slice_outside_the_tensor_is_refused()
    {
        var tensor = new Tensor<float>([2, 3]);
        Assert.Contains("dimension 0 of shape [2, 3]", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Slice(2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tensor.Slice(0, 0, 0));
    }

    [Fact]
    public void Indices_are_row_major()
    {
        var tensor = new Tensor<double>([2, 3], [0, 1, 2, 10, 11, 12]);
        Assert.Equal(11, tensor[1, 1]);
        Assert.Equal(11, tensor[4]);
        Assert.Equal(12, tensor[[1, 2]]);
    }

    [Fact]
    public void Index_outside_a_slice_is_refused_although_the_memory_goes_on()
    {
        var slice = new Tensor<int>([2, 3]).Slice(0);
        Assert.Throws<ArgumentOutOfRangeException>(() => slice[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => slice[-1]);
        Assert.Throws<ArgumentException>(() => slice[0, 0]);
    }

    [Fact]
    public void Tensor_around_an_array_shares_it()
    {
        float[] values = [1, 2, 3, 4];
        var tensor = new Tensor<float>([2, 2], values);
        values[3] = 9;
        Assert.Equal(9, tensor[1, 1]);
    }

    [Fact]
    public void Array_of_the_wrong_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Tensor<float>([2, 2], [1, 2, 3]));
        Assert.Contains("Shape [2, 2] holds 4 values; 3 were given", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Element_type_that_is_not_supported_is_refused_with_those_that_are()
    {
        Assert.Contains("Choose one of: float, double, string, bool, sbyte, byte, short, ushort, int, uint, long, ulong.", Assert.Throws<EmergentException>(() => new Tensor<char>([2])).Message, StringComparison.Ordinal);
        Assert.Contains("type Char", Assert.Throws<EmergentException>(() => Tensor.Create(typeof(char), [2])).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(ElementTypes))]
    public void Null_is_remembered_in_every_element_type(Type type)
    {
        var tensor = Tensor.Create(type, [100]);
        Assert.Equal(type, tensor.ElementType);
        tensor.SetNull(99);
        Assert.False(tensor.IsNull(98));
        Assert.True(tensor.IsNull(99));
        Assert.True(double.IsNaN(tensor.GetDouble(99)));
        Assert.True(tensor.Clone().IsNull(99));
        Assert.True(tensor.Clone().ContentsEqual(tensor));
        tensor.SetDouble(99, 1);
        Assert.False(tensor.IsNull(99));
        Assert.Equal(1, tensor.GetDouble(99));
        tensor.SetDouble(99, double.NaN);
        Assert.True(tensor.IsNull(99));
    }

    [Theory, MemberData(nameof(ElementTypes))]
    public void Text_that_a_tensor_gives_it_takes_back(Type type)
    {
        Tensor tensor = Tensor.Create(type, [2]), copy = Tensor.Create(type, [2]);
        tensor.SetDouble(0, 1);
        copy.SetText(0, tensor.GetText(0));
        copy.SetText(1, tensor.GetText(1));
        Assert.True(tensor.ContentsEqual(copy));
    }

    [Fact]
    public void Numbers_that_an_element_cannot_hold_are_refused()
    {
        Assert.Contains("'1.5' does not fit a tensor of int", Assert.Throws<ArgumentException>(() => new Tensor<int>([1]).SetDouble(0, 1.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Tensor<int>([1]).SetDouble(0, 3e9));
        Assert.Throws<ArgumentException>(() => new Tensor<float>([1]).SetDouble(0, 1e300));
        Assert.Throws<ArgumentException>(() => new Tensor<bool>([1]).SetDouble(0, 2));
        Assert.Throws<ArgumentException>(() => new Tensor<double>([1]).SetText(0, "abc"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("Inf")]
    [InlineData("-Inf")]
    public void Empty_NaN_and_Inf_texts_are_null_numbers(string text)
    {
        var tensor = new Tensor<float>([1], [3]);
        tensor.SetText(0, text);
        Assert.True(tensor.IsNull(0));
    }

    [Fact]
    public void Empty_text_is_not_null_in_a_tensor_of_text()
    {
        var tensor = new Tensor<string>([2]);
        Assert.Equal("", tensor[0]);
        Assert.False(tensor.IsNull(0));
        Assert.True(double.IsNaN(tensor.GetDouble(0)));
    }

    [Fact]
    public void Clone_shares_nothing()
    {
        var tensor = new Tensor<int>([2, 2]) { DimensionNames = ["Y", "X"] };
        var copy = tensor.Slice(1).Clone();
        copy.Fill(8);
        Assert.Equal(0, tensor[1, 0]);
        Assert.Equal(["X"], copy.DimensionNames!);
    }

    [Fact]
    public void Contents_are_equal_when_type_shape_values_and_nulls_are()
    {
        var tensor = new Tensor<float>([2, 2], [1, 2, 3, float.NaN]);
        Assert.True(tensor.ContentsEqual(new Tensor<float>([2, 2], [1, 2, 3, float.NaN])));
        Assert.False(tensor.ContentsEqual(new Tensor<float>([4], [1, 2, 3, float.NaN])));
        Assert.False(tensor.ContentsEqual(new Tensor<float>([2, 2], [1, 2, 3, 4])));
        Assert.False(tensor.ContentsEqual(new Tensor<double>([2, 2], [1, 2, 3, double.NaN])));
        Assert.False(tensor.ContentsEqual(null));
    }

    [Fact]
    public void Fill_clears_nulls_of_its_own_part_only()
    {
        var tensor = new Tensor<int>([2, 2]);
        for (var i = 0; i < 4; i++) { tensor.SetNull(i); }
        tensor.Slice(0).Fill(6);
        Assert.Equal([6, 6, 0, 0], tensor.Values.ToArray());
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(i => tensor.IsNull(i)));
    }

    [Fact]
    public void Dimension_names_must_be_as_many_as_dimensions() =>
        Assert.Throws<ArgumentException>(() => new Tensor<float>([2, 2]) { DimensionNames = ["Y"] });
}
