using System.Globalization;
using System.Text.Json;
using static Emergent.Networks.JsonFile;

namespace Emergent.Networks;

/// <summary>Reads weights files: emergent's JSON, compressed if the name ends in <c>.gz</c>.</summary>
/// <remarks>Members that are not known are passed over, as are notes among running values; the order of members does not matter.</remarks>
internal static class WeightsReader
{
    private const string Kind = "Weights file";

    public static SavedWeights Read(string path) => JsonFile.Read(path, Kind, Network);

    /// <summary>Reads what a file of this name holds.</summary>
    public static SavedWeights Read(byte[] content, string path, long most = int.MaxValue) => JsonFile.Read(content, path, Kind, most, Network);

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
}
