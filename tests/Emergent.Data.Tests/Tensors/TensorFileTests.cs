namespace Emergent.Data.Tests;

public sealed class TensorFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("x.csv", "1,2.5\n-0.001,NaN\n")]
    [InlineData("x.tsv", "1\t2.5\n-0.001\tNaN\n")]
    public void Tensor_is_saved_with_a_line_for_each_row_and_loaded_again(string name, string expected)
    {
        var (tensor, path) = (new Tensor<float>([2, 1, 2], [1, 2.5f, -0.001f, float.NaN]), Path.Combine(_folder, name));
        tensor.Save(path);
        Assert.Equal(expected, File.ReadAllText(path));
        Assert.True(Tensor.Load<float>(path, tensor.Shape).ContentsEqual(tensor));
        Assert.Equal([2, 2], Tensor.Load<float>(path).Shape);
        tensor.Save(path + ".gz");
        Assert.True(Tensor.Load<float>(path + ".gz", [2, 1, 2]).ContentsEqual(tensor));
    }

    [Fact]
    public void Any_tensor_comes_back_from_its_text() => AnyTensor.ForAll(tensor =>
    {
        // In a file there is no null text.
        if (tensor is Tensor<string> texts) { for (var i = 0; i < texts.Length; i++) { texts[i] = texts.GetText(i); } }
        var writer = new StringWriter();
        tensor.Write(writer, Delimiter.Comma);
        Assert.True(Read(tensor, writer.ToString()).ContentsEqual(tensor));
    });

    [Fact]
    public void Delimiter_is_found_where_numbers_are_separated_by_spaces()
    {
        Assert.Equal([1, 2, 3], Tensor.Read<int>(new StringReader("1 2 3\n")).Values.ToArray());
        Assert.Equal(["a b", "c"], Tensor.Read<string>(new StringReader("a b\tc\n")).Values.ToArray());
        Assert.Equal(["a b"], Tensor.Read<string>(new StringReader("a b\n")).Values.ToArray());
        Assert.Equal([0, 0], Tensor.Read<double>(new StringReader("")).Shape);
    }

    [Theory]
    [InlineData("1,2\n3\n", "line 2: found 1 cells, but the first line has 2")]
    [InlineData("1,x\n", "line 1, cell 2: found 'x', but a tensor of int takes a whole number")]
    [InlineData("1,2.5\n", "found '2.5'")]
    [InlineData("\"1,2\n", "a quote is opened and never closed")]
    public void Damaged_text_is_refused_with_its_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<EmergentException>(() => Tensor.Read<int>(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Shape_must_hold_as_many_elements_as_the_file()
    {
        Assert.Equal([3, 1], Tensor.Read<int>(new StringReader("1,2\n3\n"), [3, 1]).Shape);
        Assert.Contains("has 3 elements; shape [2, 2] holds 4", Assert.Throws<EmergentException>(() => Tensor.Read<int>(new StringReader("1,2\n3\n"), [2, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<EmergentException>(() => Tensor.Load<int>(Path.Combine(_folder, "none.csv"))).Message, StringComparison.Ordinal);
    }

    private static Tensor Read(Tensor like, string text)
    {
        var method = typeof(Tensor).GetMethod(nameof(Tensor.Read))!.MakeGenericMethod(like.ElementType);
        return (Tensor)method.Invoke(null, [new StringReader(text), like.Shape, "text", Delimiter.Comma])!;
    }
}
