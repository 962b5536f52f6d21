using System.Text.Json;
using static Emergent.Networks.JsonFile;

namespace Emergent.Networks;

/// <summary>Reads files of records: emergent's JSON of NetData, of several ages, compressed if the name ends in <c>.gz</c>.</summary>
/// <remarks>
/// Members that are not known are passed over, and so are synapses; the order of members does not matter. Of networks that compute several items at once, the first is read. Equation: the value of
/// unit <c>u</c> of a layer of <c>n</c>, variable <c>v</c> of <c>V</c>, record <c>r</c>, is <c>Data[((r + StIdx) mod Max)·MaxData·V·n + v·n + u]</c>.
/// </remarks>
internal static class NetDataReader
{
    private const string Kind = "Net data file";

    public static NetData Read(string path) => JsonFile.Read(path, Kind, Whole);

    /// <summary>Reads what a file of this name holds.</summary>
    public static NetData Read(byte[] content, string path, long most) => JsonFile.Read(content, path, Kind, most, Whole);

    private static NetData Whole(ref Utf8JsonReader reader)
    {
        var network = "";
        List<string>? variables = null;
        List<string> counters = [];
        List<(string Name, int Units, float[] Data)>? layers = null;
        (int Start, int Count, int Most)? ring = null;
        var items = 1;
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "Network": network = reader.GetString() ?? ""; break;
                case "UnVars" or "Vars": variables = List(ref reader, Text); break;   // the name of old
                case "Ring": ring = Ring(ref reader); break;
                case "MaxData": items = Math.Max(reader.GetInt32(), 1); break;
                case "LayData": layers = Layers(ref reader); break;
                case "Counters": counters = List(ref reader, Text); break;
                default: reader.Skip(); break;
            }
        }
        return Whole(network, layers ?? throw Missing("LayData"), variables ?? throw Missing("UnVars"), ring ?? throw Missing("Ring"), items, counters);
    }

    private static NetData Whole(string network, List<(string Name, int Units, float[] Data)> layers, List<string> variables, (int Start, int Count, int Most) ring, int items, List<string> counters)
    {
        if (ring.Count < 1) { throw new JsonException("it has no records"); }
        if (ring.Count > ring.Most || (uint)ring.Start >= (uint)ring.Most) { throw new JsonException($"its ring has {ring.Count} records from {ring.Start} on, of {ring.Most}, which cannot be"); }
        if (variables.Count == 0 || layers.Count == 0) { throw new JsonException("it has no variables or no layers"); }
        if (variables.Distinct(StringComparer.Ordinal).Count() < variables.Count) { throw new JsonException("a variable stands there twice"); }
        foreach (var (name, units, data) in layers)
        {
            if (units < 1 || data.Length != (Int128)ring.Most * items * variables.Count * units)
            {
                throw new JsonException($"layer '{name}' has {data.Length} values, where {ring.Most} records of {variables.Count} variables of {units} units belong");
            }
        }
        var all = layers.Sum(l => l.Units);
        var records = new INetDataRecord[ring.Count];
        for (var r = 0; r < records.Length; r++)
        {
            var place = (r + ring.Start) % ring.Most;
            var values = new float[(long)variables.Count * all];
            for (var (v, to) = (0, 0); v < variables.Count; v++)
            {
                foreach (var (_, units, data) in layers)
                {
                    data.AsSpan((place * items * variables.Count + v) * units, units).CopyTo(values.AsSpan(to));
                    to += units;
                }
            }
            values.AsSpan().Replace(NetDataWriter.NoValue, float.NaN);
            records[r] = new NetDataRecord(place < counters.Count ? counters[place] : "", values, all);
        }
        return new NetData(network, [.. layers.Select(l => (l.Name, l.Units))], variables, records);
    }

    private static (int Start, int Count, int Most) Ring(ref Utf8JsonReader reader)
    {
        var (start, count, most) = (0, 0, 0);
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "StIdx": start = reader.GetInt32(); break;
                case "Len": count = reader.GetInt32(); break;
                case "Max": most = reader.GetInt32(); break;
                default: reader.Skip(); break;
            }
        }
        return (start, count, most);
    }

    private static List<(string, int, float[])> Layers(ref Utf8JsonReader reader)
    {
        List<(string, int, float[])> layers = [];
        Expect(in reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var layer))
        {
            if (layers.Exists(l => l.Item1 == layer)) { throw new JsonException($"layer '{layer}' stands there twice"); }
            var (units, data) = (0, (float[])[]);
            Expect(in reader, JsonTokenType.StartObject);
            while (NextMember(ref reader, out var member))
            {
                switch (member)
                {
                    case "NUnits": units = reader.GetInt32(); break;
                    case "Data": data = Numbers(ref reader, 0, static (ref Utf8JsonReader r) => r.GetSingle()); break;
                    default: reader.Skip(); break;
                }
            }
            layers.Add((layer, units, data));
        }
        return layers;
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString() ?? "";
}
