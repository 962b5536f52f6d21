namespace Emergent.Data.Tests;

public class TensorPropertyTests
{
    [Fact]
    public void Drawn_tensors_are_of_every_kind()
    {
        var drawn = Enumerable.Range(0, 500).Select(AnyTensor.Draw).ToList();
        Assert.Equal(ElementTypes.All.Count, drawn.Select(t => t.ElementType).Distinct().Count());
        Assert.Equal([0, 1, 2, 3, 4], drawn.Select(t => t.Shape.Rank).Distinct().Order());
        Assert.InRange(drawn.Count(t => !t.IsContiguous), 50, 400);
        Assert.Contains(drawn, t => t.Length == 0);
        Assert.Contains(drawn, t => Enumerable.Range(0, t.Length).Any(i => t.IsNull(i)) && !t.IsContiguous);
    }

    [Fact]
    public void Slice_equals_the_copy_of_its_elements_one_by_one() => AnyTensor.ForAll((tensor, seed) =>
    {
        var random = AnyTensor.Random(seed, "Slice");
        var ranges = AnyTensor.Ranges(tensor.Shape, ref random);
        var slice = tensor.Slice(ranges);

        // Each dimension's indices, spelled out.
        var kept = tensor.Shape.Select((size, d) => d < ranges.Length ? Indices(ranges[d], size) : [.. Enumerable.Range(0, size)]).ToList();
        var expected = kept.Aggregate((IEnumerable<int[]>)[[]], (all, indices) => all.SelectMany(index => indices.Select(i => (int[])[.. index, i])))
            .Select(index => tensor.Shape.Offset(index)).ToList();
        Assert.Equal(kept.Where((_, d) => d >= ranges.Length || !ranges[d].IsIndex).Select(indices => indices.Length), slice.Shape);
        Assert.Equal(expected.Select(tensor.GetValue), Enumerable.Range(0, slice.Length).Select(slice.GetValue));
        Assert.True(slice.ContentsEqual(slice.Clone()));
        Assert.True(slice.Clone().IsContiguous);
    });

    [Fact]
    public void Transposing_twice_gives_the_tensor_back() => AnyTensor.ForAll((tensor, seed) =>
    {
        var random = AnyTensor.Random(seed, "Transpose");
        var order = random.Permutation(tensor.Shape.Rank);
        var back = Enumerable.Range(0, order.Length).Select(d => Array.IndexOf(order, d)).ToArray();
        Assert.True(tensor.Transpose(order).Transpose(back).ContentsEqual(tensor));
        Assert.Equal(tensor.DimensionNames, tensor.Transpose().Transpose().DimensionNames);
        for (var i = 0; i < tensor.Length; i++)
        {
            var index = tensor.Shape.Index(i);
            var transposed = tensor.Transpose();
            Assert.Equal(tensor.GetValue(i), transposed.GetValue(transposed.Shape.Offset([.. index.Reverse()])));
        }
    });

    [Fact]
    public void Reshaping_there_and_back_gives_the_tensor_back() => AnyTensor.ForAll(tensor =>
    {
        var contiguous = tensor.ToContiguous();
        Assert.True(contiguous.Reshape([tensor.Length]).Reshape(tensor.Shape).ContentsEqual(tensor));
        Assert.Equal(Enumerable.Range(0, tensor.Length).Select(tensor.GetValue), Enumerable.Range(0, tensor.Length).Select(contiguous.Reshape([tensor.Length, 1]).GetValue));
    });

    [Fact]
    public void Conversion_to_text_and_back_keeps_every_value() => AnyTensor.ForAll(tensor =>
    {
        var texts = tensor.To<string>();
        var back = Tensor.Create(tensor.ElementType, tensor.Shape);
        back.CopyFrom(texts);
        Assert.True(back.ContentsEqual(tensor));
    });

    [Fact]
    public void Copying_into_a_view_changes_the_view_and_nothing_else() => AnyTensor.ForAll((tensor, seed) =>
    {
        var random = AnyTensor.Random(seed, "Copy");
        var ranges = AnyTensor.Ranges(tensor.Shape, ref random);
        var (target, source) = (Tensor.Create(tensor.ElementType, tensor.Shape), tensor.Slice(ranges).Clone());
        target.Slice(ranges).CopyFrom(source);
        Assert.True(target.Slice(ranges).ContentsEqual(source));
        target.Slice(ranges).SetZeros();
        Assert.True(target.ContentsEqual(Tensor.Create(tensor.ElementType, tensor.Shape)));
    });

    [Fact]
    public void Column_major_copy_has_the_same_elements_in_other_places() => AnyTensor.ForAll(tensor =>
    {
        var copy = Tensor.Create(tensor.ElementType, tensor.Shape, StorageOrder.ColumnMajor);
        copy.CopyFrom(tensor);
        Assert.True(copy.ContentsEqual(tensor));
        Assert.True(copy.IsColumnMajor);
        Assert.True(copy.Transpose().IsContiguous);
    });

    [Fact]
    public void Every_element_stands_once_in_the_grid() => AnyTensor.ForAll((tensor, seed) =>
    {
        var grid = TensorGrid.Of(tensor, oddInRows: seed % 2 == 0);
        var elements = from row in Enumerable.Range(0, grid.RowCount) from column in Enumerable.Range(0, grid.ColumnCount) select grid.Element(row, column);
        Assert.Equal(Enumerable.Range(0, tensor.Length), elements.Order());
    });

    private static int[] Indices(TensorRange range, int size)
    {
        var (first, count, step) = range.Resolve([size], 0);
        return [.. Enumerable.Range(0, count).Select(i => first + i * step)];
    }

    [Fact]
    public void Extremes_are_the_first_least_and_largest_number() => AnyTensor.ForAll(tensor =>
    {
        double[] numbers = [.. Enumerable.Range(0, tensor.Length).Select(i => tensor.GetDouble(i))], there = [.. numbers.Where(x => !double.IsNaN(x))];
        var found = tensor.Extremes();
        Assert.Equal(there.Length, tensor.Aggregate(0, (count, _) => count + 1));
        if (there.Length == 0) { return; }
        Assert.Equal((there.Min(), Array.IndexOf(numbers, there.Min()), there.Max(), Array.IndexOf(numbers, there.Max())), (found.Min, found.MinIndex, found.Max, found.MaxIndex));
    });
}
