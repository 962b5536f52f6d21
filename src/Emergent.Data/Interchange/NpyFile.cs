namespace Emergent.Data;

/// <summary>Reads and writes one tensor as a .npy file, which <c>numpy.load</c> reads and <c>numpy.save</c> writes.</summary>
/// <remarks>
/// All element types; texts as <c>&lt;U</c>; read too: <c>float16</c> (as float), texts of bytes (<c>S</c>, as Latin-1) and numbers with their bytes in the other order.
/// A column-major tensor is written, and an array in Fortran order read, as it lies in memory. Names of dimensions and meta data are not in the file.
/// </remarks>
public static class NpyFile
{
    /// <summary>Writes a tensor to a file, whole or not at all.</summary>
    /// <exception cref="EmergentException">The file cannot be written, or the tensor has nulls that are not NaN or texts that the format has no room for: what stood there is unchanged.</exception>
    public static void Save(Tensor tensor, string path)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        Check(tensor);
        WholeFile.Write(path, stream => NpyContent.Write(stream, tensor, What(tensor)));
    }

    /// <summary>Writes a tensor to a stream.</summary>
    /// <exception cref="EmergentException">The tensor has nulls that are not NaN or texts that the format has no room for; nothing was written.</exception>
    public static void Write(Tensor tensor, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(stream);
        Check(tensor);
        NpyContent.Write(stream, tensor, What(tensor));
    }

    /// <summary>The tensor in a file.</summary>
    /// <exception cref="EmergentException">The file is missing, damaged or cut off, has more than one array, or elements of a type of which there are no tensors.</exception>
    public static Tensor Load(string path) => BinaryContent.OfFile(path, stream =>
    {
        var tensor = NpyContent.Read(stream);
        return stream.Position == stream.Length
            ? tensor
            : throw new InvalidDataException($"goes on for {stream.Length - stream.Position:N0} bytes after its array {tensor}. It is damaged, or has several arrays: read them one by one with Read.");
    });

    /// <summary>The next tensor in a stream, which may go on after it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="source">What error messages call it.</param>
    /// <exception cref="EmergentException">The stream is damaged or cut off, or has elements of a type of which there are no tensors.</exception>
    public static Tensor Read(Stream stream, string source = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BinaryContent.Of(source, () => NpyContent.Read(stream));
    }

    private static string What(Tensor tensor) => $"tensor {tensor}";

    private static void Check(Tensor tensor)
    {
        if (tensor.Element.Kind == 'f') { return; }
        for (var i = 0; i < tensor.Length; i++)
        {
            if (tensor.IsNull(i))
            {
                throw new EmergentException($"Element [{string.Join(", ", tensor.Shape.Index(i))}] of tensor {tensor} is null, which .npy has no room for. Save it as .npz, which "
                    + "gets a mask beside it, convert it to double, where null is NaN, or set a value.");
            }
        }
    }
}
