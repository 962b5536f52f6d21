using System.Buffers.Binary;
using System.IO.Compression;

namespace Emergent.Data;

/// <summary>Reads files that may be compressed, as their extension .gz says.</summary>
internal static class GzipFile
{
    /// <summary>The file's content, decompressed.</summary>
    /// <exception cref="InvalidDataException">The file is not compressed, or is damaged or cut off.</exception>
    public static Stream OpenRead(string path)
    {
        if (!TableWriter.IsGzip(path)) { return File.OpenRead(path); }
        var compressed = File.ReadAllBytes(path);
        if (!compressed.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) { throw new InvalidDataException("It is not compressed with gzip, although its name ends in .gz."); }
        var content = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress)) { gzip.CopyTo(content); }

        // GZipStream ends without a word where a file is cut off; its last four bytes must be the content's length.
        if (compressed.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan(^4..)) != (uint)content.Length)
        {
            throw new InvalidDataException("The compressed file is cut off or has something added at its end.");
        }
        content.Position = 0;
        return content;
    }
}
