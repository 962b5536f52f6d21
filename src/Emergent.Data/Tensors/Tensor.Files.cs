using System.IO.Compression;
using System.Text;

namespace Emergent.Data;

public abstract partial class Tensor
{
    /// <summary>The tensor in a file of numbers or texts alone, separated by tabs, commas or spaces; .gz is decompressed.</summary>
    /// <param name="path">The file: a line for each row, no header.</param>
    /// <param name="shape">Its shape, which must hold as many elements as the file has; when left out, lines by cells of a line.</param>
    /// <param name="delimiter">What separates cells; found from the first line when left out.</param>
    /// <exception cref="EmergentException">The file is missing, damaged or ragged, or has more or fewer elements than the shape; the message names file, line and cell.</exception>
    public static Tensor<T> Load<T>(string path, Shape? shape = null, Delimiter delimiter = Delimiter.Detect)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) { throw new EmergentException($"File '{path}' does not exist."); }
        try
        {
            using var stream = GzipFile.OpenRead(path);
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return TensorText.Read<T>(reader, path, shape, delimiter);
        }
        catch (DecoderFallbackException e)
        {
            throw new EmergentException($"File '{path}' is not text in UTF-8, so it is no tensor or a damaged one.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new EmergentException($"File '{path}' could not be read: {e.Message}", e);
        }
    }

    /// <summary>The tensor in a text; see <see cref="Load{T}"/>.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="shape">Its shape; when left out, lines by cells of a line.</param>
    /// <param name="source">What error messages call the text.</param>
    /// <param name="delimiter">What separates cells.</param>
    /// <exception cref="EmergentException">The text is damaged or ragged, or has more or fewer elements than the shape.</exception>
    public static Tensor<T> Read<T>(TextReader reader, Shape? shape = null, string source = "text", Delimiter delimiter = Delimiter.Detect)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TensorText.Read<T>(reader, source, shape, delimiter);
    }

    /// <summary>Writes the elements to a file, whole or not at all: a line for each index of all dimensions but the innermost; .csv is separated by commas, else by tabs, and .gz is compressed.</summary>
    /// <remarks>Shape, element type and names are not in the file. Nulls are written as in tables: NaN, or nothing.</remarks>
    /// <exception cref="EmergentException">The file cannot be written: what stood there is unchanged.</exception>
    public void Save(string path, Delimiter delimiter = Delimiter.Detect)
    {
        WholeFile.Write(path, stream =>
        {
            using var target = TableWriter.IsGzip(path) ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null;
            using var writer = new StreamWriter(target ?? stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
            TensorText.Write(writer, this, TableWriter.CharOf(delimiter, path));
        });
    }

    /// <summary>Writes the elements as text; see <see cref="Save"/>.</summary>
    public void Write(TextWriter writer, Delimiter delimiter = Delimiter.Tab)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TensorText.Write(writer, this, TableWriter.CharOf(delimiter));
    }
}
