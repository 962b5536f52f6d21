using System.Text;

namespace Emergent.Data.Tests;

public sealed class NpyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Header_is_the_one_that_numpy_writes()
    {
        var stream = new MemoryStream();
        NpyFile.Write(new Tensor<float>([2, 3], [1, 2.5f, -0.001f, BitConverter.UInt32BitsToSingle(0x7FC00000), 3e30f, 0]), stream);
        Assert.Equal(File.ReadAllBytes(IndependentReader.PathOf("float32.npy")), stream.ToArray());
    }

    [Theory]
    [InlineData("float32", "float[2, 3]", "1|2.5|-0.001|NaN|3e+30|0")]
    [InlineData("int64_fortran", "long[2, 3]", "0|1|2|3|4|5")]
    [InlineData("big_endian", "short[3]", "1|-2|300")]
    [InlineData("text", "string[3]", "|über|🧠")]
    [InlineData("text_big_endian", "string[2]", "ab|ü")]
    [InlineData("bytes", "string[2]", "ab|c")]
    [InlineData("half", "float[3]", "0.5|-2|65504")]
    [InlineData("bool", "bool[2]", "true|false")]
    [InlineData("scalar", "byte[]", "7")]
    [InlineData("empty", "double[0, 3]", "")]
    [InlineData("version2", "uint[3]", "0|1|2")]
    [InlineData("version3", "uint[3]", "0|1|2")]
    public void File_of_numpy_is_read(string name, string expected, string values)
    {
        var tensor = NpyFile.Load(IndependentReader.PathOf(name + ".npy"));
        Assert.Equal(expected, tensor.ToString());
        Assert.Equal(values, string.Join('|', Enumerable.Range(0, tensor.Length).Select(i => tensor.GetText(i))));
    }

    [Fact]
    public void Fortran_order_is_read_and_written_as_it_lies_in_memory()
    {
        var path = IndependentReader.PathOf("int64_fortran.npy");
        var tensor = NpyFile.Load(path);
        Assert.True(tensor.IsColumnMajor);
        Assert.Equal(3, tensor.GetDouble(1, 0));
        var stream = new MemoryStream();
        NpyFile.Write(tensor, stream);
        Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
    }

    [Theory]
    [InlineData("complex", "'<c16', of which there are no tensors")]
    [InlineData("objects", "Python objects, which only Python can read")]
    [InlineData("records", "records with named fields")]
    public void Array_that_no_tensor_can_hold_is_refused(string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<EmergentException>(() => NpyFile.Load(IndependentReader.PathOf(name + ".npy"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_tensor_comes_back()
    {
        var path = Path.Combine(_folder, "any.npy");
        AnyTensor.ForAll(tensor =>
        {
            for (var i = 0; i < tensor.Length; i++) { if (tensor.ElementType != typeof(float) && tensor.ElementType != typeof(double) && tensor.IsNull(i)) { tensor.SetText(i, "1"); } }
            var stream = new MemoryStream();
            NpyFile.Write(tensor, stream);
            stream.Position = 0;
            Assert.True(NpyFile.Read(stream).ContentsEqual(tensor));
            if (tensor.Length % 7 != 0) { return; }
            NpyFile.Save(tensor, path);
            Assert.True(NpyFile.Load(path).ContentsEqual(tensor));
        });
    }

    [Fact]
    public void Large_array_is_read_in_pieces_from_files_and_from_streams_of_unknown_length()
    {
        var tensor = new Tensor<double>([300, 1000], [.. Enumerable.Range(0, 300_000).Select(i => i * 0.5)]);
        var path = Path.Combine(_folder, "large.npz");
        var texts = tensor.Slice(..80).To<string>();
        NpzFile.Save([new("x", tensor), new("t", texts)], path, compress: false);
        var read = NpzFile.Load(path);
        Assert.True(read["x"].ContentsEqual(tensor));
        Assert.True(read["t"].ContentsEqual(texts));
        NpyFile.Save(tensor.Transpose(), Path.ChangeExtension(path, ".npy"));
        Assert.True(NpyFile.Load(Path.ChangeExtension(path, ".npy")).ContentsEqual(tensor.Transpose()));
    }

    [Fact]
    public void Several_arrays_in_one_stream_are_read_one_by_one()
    {
        var stream = new MemoryStream();
        NpyFile.Write(new Tensor<int>([1], [1]), stream);
        NpyFile.Write(new Tensor<int>([1], [2]), stream);
        stream.Position = 0;
        Assert.Equal([1.0, 2.0], new[] { NpyFile.Read(stream), NpyFile.Read(stream) }.Select(t => t.GetDouble(0)));
        var path = Path.Combine(_folder, "two.npy");
        File.WriteAllBytes(path, stream.ToArray());
        Assert.Contains("several arrays: read them one by one", Assert.Throws<EmergentException>(() => NpyFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_refused_before_anything_is_written()
    {
        var path = Path.Combine(_folder, "x.npy");
        File.WriteAllText(path, "before");
        var tensor = new Tensor<int>([2, 2]);
        tensor.SetNull(2);
        Assert.Contains("Element [1, 0] of tensor int[2, 2] is null", Assert.Throws<EmergentException>(() => NpyFile.Save(tensor, path)).Message, StringComparison.Ordinal);
        Assert.Contains("ends with a zero character", Assert.Throws<EmergentException>(() => NpyFile.Save(new Tensor<string>([1], ["a\0"]), path)).Message, StringComparison.Ordinal);
        Assert.Contains("no valid text", Assert.Throws<EmergentException>(() => NpyFile.Save(new Tensor<string>([1], ["\uFFFD\uD800"]), path)).Message, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "is cut off or damaged: the array float[2] takes 8 bytes, of which there are 0")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }", "takes 16,000,000,000 bytes")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000, 5), }", "is too large or damaged")]
    [InlineData("{'descr': '<U0', 'fortran_order': False, 'shape': (2000000000,), }", "numpy type '<U0'")]
    [InlineData("{'descr': '<U99999999999', 'fortran_order': False, 'shape': (1,), }", "numpy type")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", "is no size of a dimension")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (3 4), }", "a comma is missing")]
    [InlineData("{'descr': '<f8', 'fortran_order': 0, 'shape': (3,), }", "neither True nor False")]
    [InlineData("{'descr': '<f8', 'shape': (3,), }", "must have descr, fortran_order and shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'more': 'x'}", "it has the key 'more'")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (3,)", "a comma is missing")]
    [InlineData("{'descr': '<f8", "a text in quotes is missing")]
    [InlineData("nonsense", "'{' is missing")]
    public void Damaged_header_is_refused_without_asking_for_memory(string header, string expected)
    {
        byte[] file = [0x93, .. "NUMPY\u0001\u0000"u8, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header)];
        foreach (var stream in (Stream[])[new MemoryStream(file), new Crc32Stream(new MemoryStream(file))])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var error = Assert.Throws<EmergentException>(() => NpyFile.Read(stream, "x.npy"));
            Assert.StartsWith("File 'x.npy' ", error.Message, StringComparison.Ordinal);
            if (stream.CanSeek) { Assert.Contains(expected, error.Message, StringComparison.Ordinal); }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        }
    }

    [Fact]
    public void Every_cut_off_file_is_refused()
    {
        var stream = new MemoryStream();
        NpyFile.Write(new Tensor<short>([3], [1, 2, 3]), stream);
        var bytes = stream.ToArray();
        for (var length = 0; length < bytes.Length; length++) { Assert.Throws<EmergentException>(() => NpyFile.Read(new MemoryStream(bytes, 0, length))); }
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.Contains("no .npy file", Assert.Throws<EmergentException>(() => NpyFile.Read(new MemoryStream("not a numpy file"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Contains("version 9.0", Assert.Throws<EmergentException>(() => NpyFile.Read(new MemoryStream([0x93, .. "NUMPY"u8, 9, 0, 0, 0]))).Message, StringComparison.Ordinal);
        Assert.Contains("headers have at most", Assert.Throws<EmergentException>(() => NpyFile.Read(new MemoryStream([0x93, .. "NUMPY"u8, 2, 0, 255, 255, 255, 255]))).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<EmergentException>(() => NpyFile.Load(Path.Combine(_folder, "none.npy"))).Message, StringComparison.Ordinal);
        Assert.Contains("is no character", Assert.Throws<EmergentException>(() => NpyFile.Read(new MemoryStream(
            [0x93, .. "NUMPY\u0001\u0000"u8, 60, 0, .. Encoding.ASCII.GetBytes("{'descr': '<U1', 'fortran_order': False, 'shape': (1,), }".PadRight(60)), 255, 255, 255, 255]))).Message, StringComparison.Ordinal);
    }
}
