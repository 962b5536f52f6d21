using System.IO.Compression;
using System.Text.Json;

namespace Emergent.Data.Tests;

public sealed class NpzFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string File1 => Path.Combine(_folder, "Results.npz");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void File_of_numpy_is_read()
    {
        var tensors = NpzFile.Load(IndependentReader.PathOf("arrays.npz"));
        Assert.Equal(["x", "n"], tensors.Keys);
        Assert.True(tensors["x"].ContentsEqual(new Tensor<float>([2, 2], [0, 1, 2, 3])));
        var table = NpzFile.LoadTable(IndependentReader.PathOf("arrays.npz"));
        Assert.Equal(("arrays", 2), (table.Name, table.RowCount));
        Assert.Equal([2, 3], table.Column<float>("x").Cell(1).ToArray());
    }

    [Fact]
    public void Name_that_a_file_does_not_have_is_told_with_those_that_it_has()
    {
        NpzFile.Save([new("hidden", new Tensor<int>([1])), new("labels", new Tensor<int>([2]))], File1);
        var tensors = NpzFile.Load(File1);
        Assert.Equal($"File '{File1}' has no array 'Hiden'. Did you mean 'hidden'?", Assert.Throws<EmergentException>(() => tensors["Hiden"]).Message);
        Assert.Equal($"File '{File1}' has no array 'wrong'. There are: hidden, labels.", Assert.Throws<EmergentException>(() => tensors["wrong"]).Message);
        Assert.Equal((2, false, true, false), (tensors.Count, tensors.ContainsKey("wrong"), tensors.TryGetValue("labels", out _), tensors.TryGetValue("wrong", out _)));
        NpzFile.Save(Enumerable.Empty<KeyValuePair<string, Tensor>>(), File1);
        Assert.EndsWith("has no array 'x'. There are none.", Assert.Throws<EmergentException>(() => NpzFile.Load(File1)["x"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_tensors_come_back_with_their_nulls() => AnyTensor.ForAll((tensor, seed) =>
    {
        var other = AnyTensor.Draw(seed / 2);
        NpzFile.Save([new("a", tensor), new("b", other)], File1, compress: seed % 2 == 0);
        var read = NpzFile.Load(File1);
        Assert.Equal(["a", "b"], read.Keys);
        Assert.True(read["a"].ContentsEqual(tensor));
        Assert.True(read["b"].ContentsEqual(other));
    }, times: 100);

    [Fact]
    public void Any_table_comes_back() => AnyTensor.ForAllTables(table =>
    {
        NpzFile.Save(table, File1);
        AnyTensor.AssertSame(table, NpzFile.LoadTable(File1));
    }, times: 60);

    [Fact]
    public void Same_content_is_the_same_file()
    {
        NpzFile.Save([new("x", new Tensor<int>([3], [1, 2, 3]))], File1);
        var bytes = File.ReadAllBytes(File1);
        NpzFile.Save([new("x", new Tensor<int>([3], [1, 2, 3]))], File1);
        Assert.Equal(bytes, File.ReadAllBytes(File1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..\\x")]
    public void Names_that_are_no_entries_are_refused(string name) =>
        Assert.Contains("cannot be the name of a tensor", Assert.Throws<EmergentException>(() => NpzFile.Save([new(name, new Tensor<int>([1]))], File1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_given_twice_are_refused()
    {
        var withNull = new Tensor<int>([1]);
        withNull.SetNull(0);
        Assert.Throws<EmergentException>(() => NpzFile.Save([new("x", withNull), new("x", withNull)], File1));
        Assert.Contains("two arrays 'x__mask'", Assert.Throws<EmergentException>(() => NpzFile.Save([new("x", withNull), new("x__mask", withNull)], File1)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(File1));
    }

    [Fact]
    public void Arrays_with_different_numbers_of_rows_are_no_table()
    {
        NpzFile.Save([new("a", new Tensor<int>([2])), new("b", new Tensor<int>([3]))], File1);
        Assert.Contains("array 'b' is int[3], and 'a' int[2]", Assert.Throws<EmergentException>(() => NpzFile.LoadTable(File1)).Message, StringComparison.Ordinal);
        NpzFile.Save([new("a", new Tensor<int>(Shape.Scalar))], File1);
        Assert.Throws<EmergentException>(() => NpzFile.LoadTable(File1));
    }

    [Fact]
    public void Every_changed_byte_of_the_content_is_noticed()
    {
        NpzFile.Save([new("x", new Tensor<float>([20], [.. Enumerable.Range(0, 20).Select(i => (float)i)]))], File1, compress: false);
        var bytes = File.ReadAllBytes(File1);
        var start = bytes.AsSpan().IndexOf((byte)0x93);
        for (var i = start; i < start + 128 + 80; i += 3)
        {
            bytes[i] ^= 0x11;
            File.WriteAllBytes(File1, bytes);
            Assert.Contains("has an array 'x.npy' that cannot be read", Assert.Throws<EmergentException>(() => NpzFile.Load(File1)).Message, StringComparison.Ordinal);
            bytes[i] ^= 0x11;
        }
    }

    [Fact]
    public void Cut_off_and_other_files_are_refused()
    {
        NpzFile.Save([new("x", new Tensor<float>([20]))], File1);
        var bytes = File.ReadAllBytes(File1);
        for (var length = 0; length < bytes.Length; length += 5)
        {
            File.WriteAllBytes(File1, bytes[..length]);
            Assert.Contains("is no .npz file, or is cut off", Assert.Throws<EmergentException>(() => NpzFile.Load(File1)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Entries_that_are_no_arrays_are_passed_over()
    {
        NpzFile.Save([new("x", new Tensor<float>([2]))], File1);
        using (var archive = ZipFile.Open(File1, ZipArchiveMode.Update)) { archive.CreateEntry("readme.txt"); }
        Assert.Equal(["x"], NpzFile.Load(File1).Keys);
    }

    [NumpyFact]
    public void Numpy_reads_every_type_as_it_was_written()
    {
        var tensors = new Dictionary<string, Tensor>();
        foreach (var type in ElementTypes.All)
        {
            var tensor = Tensor.Create(type, [2, 2]);
            for (var i = 0; i < 4; i++) { tensor.SetDouble(i, i % 2); }
            tensors[ElementTypes.NameOf(type)] = tensor;
        }
        var masked = new Tensor<int>([3], [4, 5, 6]);
        masked.SetNull(1);
        tensors["masked"] = masked;
        tensors["fortran"] = new Tensor<double>([2, 3], [1, 2, 3, 4, 5, double.NaN], StorageOrder.ColumnMajor);
        tensors["texts"] = new Tensor<string>([3], ["", "über", "🧠x"]);
        tensors["large"] = new Tensor<ulong>([1], [ulong.MaxValue]);
        tensors["empty"] = new Tensor<float>([0, 3]);
        tensors["single"] = new Tensor<float>(Shape.Scalar, [1.5f]);
        NpzFile.Save(tensors, File1);

        var found = IndependentReader.OfNpz(File1).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal([.. tensors.Keys.Append("masked__mask").Order(StringComparer.Ordinal)], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("float <f4 double <f8 string <U1 bool |b1 sbyte |i1 byte |u1 short <i2 ushort <u2 int <i4 uint <u4 long <i8 ulong <u8",
            string.Join(' ', ElementTypes.All.Select(type => $"{ElementTypes.NameOf(type)} {found[ElementTypes.NameOf(type)].GetProperty("type").GetString()}")));
        Assert.All(ElementTypes.All, type => Assert.Equal([2, 2], ShapeOf(found[ElementTypes.NameOf(type)])));
        Assert.Equal("0.0 1.0 0.0 1.0", Values(found["float"]));
        Assert.Equal("0 1 0 1", Values(found["sbyte"]));
        Assert.Equal("False True False True", Values(found["bool"]));
        Assert.Equal("False True False", Values(found["masked__mask"]));
        Assert.Equal((true, "1.0 3.0 5.0 2.0 4.0 nan"), (found["fortran"].GetProperty("fortran").GetBoolean(), Values(found["fortran"])));
        Assert.Equal(" über 🧠x", Values(found["texts"]));
        Assert.Equal("18446744073709551615", Values(found["large"]));
        Assert.Equal([0, 3], ShapeOf(found["empty"]));
        Assert.Equal([], ShapeOf(found["single"]));

        static int[] ShapeOf(JsonElement array) => [.. array.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        static string Values(JsonElement array) => string.Join(' ', array.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }
}
