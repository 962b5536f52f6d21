using System.Globalization;
using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Reads weights files: emergent's JSON, compressed if the name ends in <c>.gz</c>.</summary>
/// <remarks>Members that are not known are passed over, as are notes among running values; the order of members does not matter.</remarks>
internal static class WeightsReader
{
    public static SavedWeights Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) { throw new EmergentException($"Weights file '{path}' could not be read: it is a folder. Name a file in it."); }
        try { return Read(File.ReadAllBytes(path), path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"Weights file '{path}' could not be read: {e.Message}", e);
        }
    }

    /// <summary>Reads what a file of this name holds.</summary>
    public static SavedWeights Read(byte[] content, string path, long most = int.MaxValue)
    {
        if (!TableWriter.IsGzip(path)) { return Parse(content, path); }
        try
        {
            using var unpacked = GzipFile.Unpack(content, path, most);
            return Parse(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length), path);
        }
        catch (InvalidDataException e)
        {
            throw new EmergentException($"Weights file '{path}' is damaged: it is not a whole gzip file ({e.Message}). Copy or save it again.", e);
        }
    }

    private static SavedWeights Parse(ReadOnlySpan<byte> json, string path)
    {
        if (json.StartsWith("\uFEFF"u8)) { json = json[3..]; }   // a mark that some editors begin files with
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var weights = Network(ref reader);
            if (reader.Read()) { throw new JsonException("there is more after the end"); }
            return weights;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            var read = json[..(int)Math.Min(reader.BytesConsumed, json.Length)];
            var (line, column) = e is JsonException { LineNumber: { } l, BytePositionInLine: { } c } ? (l + 1, c + 1) : (read.Count((byte)'\n') + 1, read.Length - read.LastIndexOf((byte)'\n'));
            throw new EmergentException($"Weights file '{path}' is damaged at line {line}, column {column}: {JsonErrors.FirstSentence(e)}. Copy or save it again.", e);
        }
    }

    private static SavedWeights Network(ref Utf8JsonReader reader)
    {
        string? network = null;
        List<SavedLayer>? layers = null;
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "Network": network = reader.GetString(); break;
                case "Layers": layers = List(ref reader, Layer); break;
                default: reader.Skip(); break;
            }
        }
        return new SavedWeights(network ?? throw Missing("Network"), layers ?? throw Missing("Layers"));
    }

    private static SavedLayer Layer(ref Utf8JsonReader reader)
    {
        string? name = null;
        List<(string, float)> metaData = [];
        List<(string, float[])> units = [];
        List<SavedProjection> projections = [];
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "Layer": name = reader.GetString(); break;
                case "MetaData": metaData = MetaData(ref reader); break;
                case "Units": units = Units(ref reader); break;
                case "Prjns": projections = List(ref reader, Projection); break;
                default: reader.Skip(); break;
            }
        }
        return new SavedLayer(name ?? throw Missing("Layer"), metaData, projections) { Units = units };
    }

    private static SavedProjection Projection(ref Utf8JsonReader reader)
    {
        string? from = null;
        List<(string, float)> metaData = [];
        List<SavedReceiver> receivers = [];
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "From": from = reader.GetString(); break;
                case "MetaData": metaData = MetaData(ref reader); break;
                case "Rs": receivers = List(ref reader, Receiver); break;
                default: reader.Skip(); break;
            }
        }
        return new SavedProjection(from ?? throw Missing("From"), metaData, receivers);
    }

    private static SavedReceiver Receiver(ref Utf8JsonReader reader)
    {
        int? unit = null, count = null;
        int[] senders = [];
        float[] weights = [];
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "Ri": unit = reader.GetInt32(); break;
                case "N": count = reader.GetInt32(); break;
                case "Si": senders = Numbers(ref reader, count ?? weights.Length, static (ref Utf8JsonReader r) => r.GetInt32()); break;
                case "Wt": weights = Numbers(ref reader, count ?? senders.Length, static (ref Utf8JsonReader r) => r.GetSingle()); break;
                default: reader.Skip(); break;
            }
        }
        if (senders.Length != weights.Length || (count ?? senders.Length) != senders.Length)
        {
            throw new JsonException($"receiver {unit} has N {count}, {senders.Length} senders and {weights.Length} weights, which must be equal");
        }
        return new SavedReceiver(unit ?? throw Missing("Ri"), senders, weights);
    }

    private static List<(string, float)> MetaData(ref Utf8JsonReader reader)
    {
        List<(string, float)> values = [];
        if (reader.TokenType == JsonTokenType.Null) { return values; }
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            // Numbers as text, as the reference writes them; what is not a number is somebody's note.
            if (reader.TokenType == JsonTokenType.String && float.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var value)) { values.Add((member, value)); }
            else { reader.Skip(); }
        }
        return values;
    }

    private static List<(string, float[])> Units(ref Utf8JsonReader reader)
    {
        List<(string, float[])> units = [];
        if (reader.TokenType == JsonTokenType.Null) { return units; }
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            if (units.Exists(u => u.Item1 == member)) { throw new JsonException($"'{member}' stands there twice"); }
            units.Add((member, Numbers(ref reader, 0, static (ref Utf8JsonReader r) => r.GetSingle())));
        }
        return units;
    }

    private delegate T Item<T>(ref Utf8JsonReader reader);

    private static List<T> List<T>(ref Utf8JsonReader reader, Item<T> item)
    {
        List<T> items = [];
        if (reader.TokenType == JsonTokenType.Null) { return items; }
        Expect(in reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) { items.Add(item(ref reader)); }
        return items;
    }

    /// <summary>An array of numbers, of which about so many are expected.</summary>
    private static T[] Numbers<T>(ref Utf8JsonReader reader, int expected, Item<T> item)
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
    private static bool NextMember(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
        if (reader.TokenType != JsonTokenType.PropertyName) { return false; }
        reader.Read();
        return true;
    }

    private static void Expect(in Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type) { throw new JsonException($"found {reader.TokenType} where {type} belongs"); }
    }

    private static JsonException Missing(string member) => new($"'{member}' is missing");
}
