namespace Emergent.Data;

/// <summary>Reads the bytes of a file that may be damaged: what it says of its own size is believed only as far as the bytes are there.</summary>
internal static class BinaryContent
{
    private const int Piece = 1 << 20;

    /// <summary>What <paramref name="read"/> makes of a file, with errors that name it.</summary>
    /// <exception cref="EmergentException">The file is missing, unreadable or damaged.</exception>
    public static T OfFile<T>(string path, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) { throw new EmergentException($"File '{path}' does not exist."); }
        return Of(path, () =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return read(stream);
        });
    }

    /// <summary>What <paramref name="read"/> makes of a stream, with errors that name it.</summary>
    /// <exception cref="EmergentException">The stream is unreadable or damaged.</exception>
    public static T Of<T>(string source, Func<T> read)
    {
        try { return read(); }
        catch (InvalidDataException e) { throw new EmergentException($"File '{source}' {e.Message}", e); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EmergentException($"File '{source}' could not be read: {e.Message}", e);
        }
    }

    /// <summary>Fills <paramref name="bytes"/>.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public static void Fill(Stream stream, Span<byte> bytes, string what)
    {
        var found = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (found < bytes.Length) { throw CutOff(what, bytes.Length, found); }
    }

    /// <summary>So many bytes, with no more memory than twice what the stream really has.</summary>
    /// <exception cref="InvalidDataException">The stream ends before, or there are more than fit in memory.</exception>
    public static byte[] Take(Stream stream, long count, string what)
    {
        RequireRemaining(stream, count, what);
        if (count > Array.MaxLength) { throw new InvalidDataException($"says that {what} takes {count:N0} bytes; the most that can be read at once is {Array.MaxLength:N0}."); }
        var bytes = new byte[(int)Math.Min(count, Piece)];
        var found = 0;
        while (true)
        {
            found += stream.ReadAtLeast(bytes.AsSpan(found), bytes.Length - found, throwOnEndOfStream: false);
            if (found == count) { return bytes; }
            if (found < bytes.Length) { throw CutOff(what, count, found); }
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }
    }

    /// <summary>Checks that a stream whose length is known has so many bytes left.</summary>
    /// <exception cref="InvalidDataException">It has fewer.</exception>
    public static void RequireRemaining(Stream stream, long count, string what)
    {
        if (stream.CanSeek && stream.Length - stream.Position is var left && left < count) { throw CutOff(what, count, left); }
    }

    private static InvalidDataException CutOff(string what, long needed, long found) =>
        new($"is cut off or damaged: {what} takes {needed:N0} bytes, of which there are {found:N0}.");
}
