using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Emergent.Data;

/// <summary>Reads files that may be compressed, as their extension .gz says.</summary>
internal static class GzipFile
{
    /// <summary>The file's content, decompressed.</summary>
    /// <exception cref="InvalidDataException">The file is not compressed, or is damaged or cut off.</exception>
    public static Stream OpenRead(string path) => TableWriter.IsGzip(path) ? Unpack(File.ReadAllBytes(path), path) : File.OpenRead(path);

    /// <summary>The content of a compressed file.</summary>
    /// <param name="compressed">The file's bytes.</param>
    /// <param name="name">What it is called, for errors.</param>
    /// <param name="most">How many bytes its content may have.</param>
    /// <exception cref="InvalidDataException">It is not compressed, or is damaged or cut off.</exception>
    /// <exception cref="EmergentException">Its content is larger.</exception>
    public static MemoryStream Unpack(byte[] compressed, string name, long most = int.MaxValue)
    {
        if (!compressed.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) { throw new InvalidDataException("It is not compressed with gzip, although its name ends in .gz."); }
        var content = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress))
        {
            var part = new byte[1 << 16];
            for (int read; (read = gzip.Read(part)) > 0; content.Write(part, 0, read))
            {
                if (content.Length + read > most) { throw new EmergentException(string.Create(CultureInfo.InvariantCulture, $"File '{name}' has more than {most:N0} bytes when it is unpacked, which is the most that is read.")); }
            }
        }

        // GZipStream ends without a word where a file is cut off; its last four bytes must be the content's length.
        if (compressed.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan(^4..)) != (uint)content.Length)
        {
            throw new InvalidDataException("The compressed file is cut off or has something added at its end.");
        }
        content.Position = 0;
        return content;
    }
}
