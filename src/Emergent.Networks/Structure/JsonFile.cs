using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Reads files of emergent's JSON, compressed if their names end in <c>.gz</c>, and says where they are damaged.</summary>
internal static class JsonFile
{
    /// <summary>Reads a part that begins at the present token.</summary>
    public delegate T Item<T>(ref Utf8JsonReader reader);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it is, as errors begin: <c>Weights file</c>.</param>
    /// <param name="whole">Reads all of it.</param>
    /// <exception cref="EmergentException">It cannot be read or is damaged.</exception>
    public static T Read<T>(string path, string kind, Item<T> whole)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) { throw new EmergentException($"{kind} '{path}' could not be read: it is a folder. Name a file in it."); }
        try { return Read(File.ReadAllBytes(path), path, kind, int.MaxValue, whole); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"{kind} '{path}' could not be read: {e.Message}", e);
        }
    }

    /// <summary>Reads what a file of this name holds, which has at most so many bytes when it is unpacked.</summary>
    /// <exception cref="EmergentException">It is damaged, or larger.</exception>
    public static T Read<T>(byte[] content, string path, string kind, long most, Item<T> whole)
    {
        if (!TableWriter.IsGzip(path)) { return Parse(content, path, kind, whole); }
        try
        {
            using var unpacked = GzipFile.Unpack(content, path, most);
            return Parse(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length), path, kind, whole);
        }
        catch (InvalidDataException e)
        {
            throw new EmergentException($"{kind} '{path}' is damaged: it is not a whole gzip file ({e.Message}). Copy or save it again.", e);
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, string path, string kind, Item<T> whole)
    {
        if (json.StartsWith("\uFEFF"u8)) { json = json[3..]; }   // a mark that some editors begin files with
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var read = whole(ref reader);
            if (reader.Read()) { throw new JsonException("there is more after the end"); }
            return read;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            var read = json[..(int)Math.Min(reader.BytesConsumed, json.Length)];
            var (line, column) = e is JsonException { LineNumber: { } l, BytePositionInLine: { } c } ? (l + 1, c + 1) : (read.Count((byte)'\n') + 1, read.Length - read.LastIndexOf((byte)'\n'));
            throw new EmergentException($"{kind} '{path}' is damaged at line {line}, column {column}: {JsonErrors.FirstSentence(e)}. Copy or save it again.", e);
        }
    }

    /// <summary>An array; null is an empty one.</summary>
    public static List<T> List<T>(ref Utf8JsonReader reader, Item<T> item)
    {
        List<T> items = [];
        if (reader.TokenType == JsonTokenType.Null) { return items; }
        Expect(in reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) { items.Add(item(ref reader)); }
        return items;
    }

    /// <summary>An array of numbers, of which about so many are expected.</summary>
    public static T[] Numbers<T>(ref Utf8JsonReader reader, int expected, Item<T> item)
    {
        if (reader.TokenType == JsonTokenType.Null) { return []; }
        Expect(in reader, JsonTokenType.StartArray);
        var numbers = new T[Math.Clamp(expected, 4, 1 << 16)];   // a damaged count must not take all memory
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == numbers.Length) { Array.Resize(ref numbers, 2 * count); }
            numbers[count++] = item(ref reader);
        }
        Array.Resize(ref numbers, count);
        return numbers;
    }

    /// <summary>Moves to the value of an object's next member, if there is one.</summary>
    public static bool NextMember(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
        if (reader.TokenType != JsonTokenType.PropertyName) { return false; }
        reader.Read();
        return true;
    }

    /// <summary>Refuses a token of another type.</summary>
    public static void Expect(in Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type) { throw new JsonException($"found {reader.TokenType} where {type} belongs"); }
    }

    /// <summary>That a member is missing.</summary>
    public static JsonException Missing(string member) => new($"'{member}' is missing");
}
